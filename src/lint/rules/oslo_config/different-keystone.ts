import { defineRule } from '../../engine/rule.js'
import type { ConfigFiles } from '../../readers/oslo_config/config.js'
import { reportOutliers } from './shared/agreement.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/different-keystone',
  severity: 'warning',
  summary: 'a service uses another Keystone than the other services',
  help: 'All services of a cloud authenticate against the same Keystone. If one of them has another address in auth_url, it was probably missed when the address changed. The files of one cloud are compared by scheme, host and port; the former admin port 35357 counts as 5000. Use the same address, or suppress the finding if the difference is intended.',
  example: {
    bad: {
      'etc/nova/nova.conf':
        '[placement]\nauth_url = http://10.0.0.10:5000/v3\n\n[neutron]\nauth_url = http://10.0.0.1:5000/v3\n',
      'etc/neutron/neutron.conf': '[nova]\nauth_url = http://10.0.0.10:5000\n',
    },
    good: {
      'etc/nova/nova.conf':
        '[placement]\nauth_url = http://10.0.0.10:5000/v3\n\n[neutron]\nauth_url = http://10.0.0.10:5000/v3\n',
      'etc/neutron/neutron.conf': '[nova]\nauth_url = http://10.0.0.10:5000\n',
    },
  },
  check({ options }, report) {
    reportOutliers(options, /^auth_url$/, 'Keystone', report, addressOf)
  },
})

function addressOf(url: string): string | undefined {
  return /^\w+:\/\/[^/]+/
    .exec(url)?.[0]
    .toLowerCase()
    .replace(/:35357$/, ':5000')
}
