import { defineRule } from '../../engine/rule.js'
import { parseAddress, parseNetwork, writtenNetwork } from '../../readers/openstack_ansible/address.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/cidr-with-host-bits',
  severity: 'warning',
  summary: 'a network in cidr_networks does not start at its first address',
  help: 'The address of a network in CIDR notation is its first address. The inventory generator accepts any other address, and uses the whole network around it. If you meant a smaller network, containers get addresses that belong to other machines.',
  example: { bad: EXAMPLE.replace('172.29.236.0/22', '172.29.237.0/22'), good: EXAMPLE },
  check({ networks }, report) {
    for (const [name, place] of networks) {
      const { text = '' } = place
      const network = parseNetwork(text)
      const first = parseAddress(text.split('/')[0] ?? '')
      if (!network || first?.value === network.first.value) continue
      report(
        place,
        `The network "${name}" is written as ${text}, but is ${writtenNetwork(text)}.`,
        `Write ${writtenNetwork(text)}, or correct the prefix length.`,
      )
    }
  },
})
