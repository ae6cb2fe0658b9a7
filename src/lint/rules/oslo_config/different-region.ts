import { defineRule } from '../../engine/rule.js'
import type { Environment } from '../../readers/oslo_config/config.js'
import { dissenters, problem, saidOf } from './shared/agreement-rules.js'

export default defineRule<Environment>({
  id: 'oslo_config/different-region',
  severity: 'warning',
  summary: 'A service that looks for the others in another region',
  help: 'A service finds the others in the catalog under the region that its configuration names, and one wrong name sends it to another cloud, or nowhere ("endpoint not found"). The files of one cloud are compared: one that names another region than all others do is most likely a mistake. Write the same region, or silence the line when it is meant.',
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
  *check({ files }) {
    const said = saidOf(files, /^(?:os_)?region_name$/, (value) => value)
    const { odd, common } = dissenters(said)
    for (const { value, ...at } of odd) yield problem(at, `the region "${value}"`, `"${common}"`)
  },
})
