import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { plainText } from '../../readers/kolla_ansible/settings.js'
import { EXAMPLE } from './shared/example.js'

/** The only variable that may list several interfaces. */
const LIST = 'neutron_external_interface'

const INTERFACES: readonly string[] = [
  'network_interface',
  'api_interface',
  'tunnel_interface',
  'migration_interface',
  'dns_interface',
  'kolla_external_vip_interface',
  'octavia_network_interface',
  'bifrost_network_interface',
  LIST,
]

/** Linux's IFNAMSIZ, without the terminating null. */
const LONGEST_NAME = 15

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/invalid-interface-name',
  severity: 'error',
  summary: 'a network interface has a name that Linux does not accept',
  help: 'The name of a network interface has at most 15 characters, and no spaces or slashes. Only neutron_external_interface may list several interfaces, separated by commas without spaces.',
  example: {
    bad: EXAMPLE.replace('network_interface: eth0', 'network_interface: eth0 bond0'),
    good: EXAMPLE,
  },
  check({ ownSetting }, report) {
    for (const name of INTERFACES) {
      const setting = ownSetting(name)
      const text = setting && plainText(setting)
      if (!setting || !text) continue
      const parts = name === LIST ? text.split(',') : [text]
      const invalid = parts.find((part) => !/^[^\s/,]+$/.test(part) || part.length > LONGEST_NAME)
      if (invalid === undefined) continue
      report(
        setting,
        `${name} contains "${invalid}", which is not a valid name of a network interface.`,
        invalid.length > LONGEST_NAME
          ? `Use a name of at most ${LONGEST_NAME} characters.`
          : name === LIST
            ? 'List interfaces with commas and without spaces between them.'
            : 'Name exactly one interface.',
      )
    }
  },
})
