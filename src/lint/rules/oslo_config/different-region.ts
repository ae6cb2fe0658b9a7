import { defineRule } from '../../engine/rule.js'
import type { ConfigFiles } from '../../readers/oslo_config/config.js'
import { reportOutliers } from './shared/agreement.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/different-region',
  severity: 'warning',
  summary: 'a service uses another region than the other services',
  help: 'A service looks up the endpoints of other services in the region that its configuration names. A wrong name leads to another cloud, or to the error "endpoint not found". The files of one cloud are compared: a region that differs from all others is probably a mistake. Use the same region, or suppress the finding if the difference is intended.',
  example: {
    bad: {
      'etc/nova/nova.conf': '[neutron]\nregion_name = RegionOne\n\n[cinder]\nos_region_name = regionOne\n',
      'etc/neutron/neutron.conf': '[nova]\nregion_name = RegionOne\n',
    },
    good: {
      'etc/nova/nova.conf': '[neutron]\nregion_name = RegionOne\n\n[cinder]\nos_region_name = RegionOne\n',
      'etc/neutron/neutron.conf': '[nova]\nregion_name = RegionOne\n',
    },
  },
  check({ options }, report) {
    reportOutliers(options, /^(?:os_)?region_name$/, 'region', report)
  },
})
