import { defineRule } from '../../engine/rule.js'
import type { Environment } from '../../readers/oslo_config/config.js'
import { dissenters, problem, saidOf } from './shared/agreement-rules.js'

export default defineRule<Environment>({
  id: 'oslo_config/different-keystone',
  severity: 'warning',
  summary: 'A service that asks another Keystone than the others',
  help: 'All services of a cloud take their tokens from one Keystone; one that has another address in auth_url was most likely forgotten when the address changed. The files of one cloud are compared by scheme, host and port, where the former admin port 35357 is no other. Write the same address, or silence the line when it is meant.',
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
  *check({ files }) {
    const said = saidOf(files, /^auth_url$/, addressOf)
    const { odd, common } = dissenters(said)
    for (const { value, ...at } of odd) yield problem(at, `the Keystone at ${value}`, common)
  },
})

function addressOf(url: string): string | undefined {
  return /^\w+:\/\/[^/]+/
    .exec(url)?.[0]
    .toLowerCase()
    .replace(/:35357$/, ':5000')
}
