import { defineRule } from '../../engine/rule.js'
import { parseAddress, parseNetwork } from '../../readers/openstack_ansible/address.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/invalid-cidr',
  severity: 'error',
  summary: 'a value in cidr_networks is not in CIDR notation',
  help: 'A network is an address and a prefix length: 172.29.236.0/22. The inventory generator stops at any other value. An address without a prefix length counts as a network with no addresses to assign.',
  example: { bad: EXAMPLE.replace('172.29.236.0/22', '172.29.236.0/33'), good: EXAMPLE },
  check({ networks }, report) {
    for (const [name, place] of networks) {
      const { text, node } = place
      if (isUnknown(node) || (text !== undefined && parseNetwork(text))) continue
      report(
        place,
        text === undefined
          ? `The network "${name}" has no value in CIDR notation.`
          : `The network "${name}" is "${text}", which is not in CIDR notation.`,
        text !== undefined && parseAddress(text)
          ? `Add the prefix length, for example ${text}/22.`
          : 'Write it as address/length, for example 172.29.236.0/22.',
      )
    }
  },
})
