import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { plainText } from '../../readers/kolla_ansible/settings.js'
import { EXAMPLE } from './shared/example.js'

const INTERFACES: readonly string[] = [
  'network_interface',
  'api_interface',
  'tunnel_interface',
  'migration_interface',
  'dns_interface',
  'kolla_external_vip_interface',
  'octavia_network_interface',
  'bifrost_network_interface',
  'neutron_external_interface',
]

const LONGEST_INTERFACE = 15

export default defineRule<Deployment>({
  id: 'kolla_ansible/invalid-interface-name',
  severity: 'error',
  summary: 'the name of a network interface is one that Linux refuses',
  help: 'A network interface has a name of at most 15 characters without spaces and slashes. Of the variables for interfaces only neutron_external_interface may name several, with commas and without spaces between them.',
  example: {
    bad: EXAMPLE.replace('network_interface: eth0', 'network_interface: eth0 bond0'),
    good: EXAMPLE,
  },
  *check(deployment) {
    for (const name of INTERFACES) {
      const setting = ownSetting(deployment, name)
      const text = setting && plainText(setting)
      if (!setting || !text) continue
      const parts = name === 'neutron_external_interface' ? text.split(',') : [text]
      const wrong = parts.find(
        (part) => part.length > LONGEST_INTERFACE || /[\s/,]/.test(part) || part === '',
      )
      if (wrong === undefined) continue
      yield atValue(
        setting,
        `No interface can have the name "${wrong}" that ${name} gives.`,
        wrong.length > LONGEST_INTERFACE ? 'Use a name of at most 15 characters.' : 'Name one interface.',
      )
    }
  },
})
