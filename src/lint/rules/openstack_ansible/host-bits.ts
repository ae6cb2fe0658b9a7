import { defineRule } from '../../engine/rule.js'
import { parseAddress, parseNetwork, writtenNetwork } from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/host-bits',
  severity: 'warning',
  summary: 'a network is written with the address of a host',
  help: 'A network starts at its first address. The inventory generator quietly takes the whole network around the address that is written; when a smaller network was meant, containers get addresses that belong to others.',
  example: { bad: EXAMPLE.replace('172.29.236.0/22', '172.29.237.0/22'), good: EXAMPLE },
  check({ networks }, report) {
    for (const [name, { file, range, text = '' }] of networks) {
      const network = parseNetwork(text)
      const first = parseAddress(text.split('/')[0] ?? '')
      if (!network || first?.value === network.first.value) continue
      report(
        { file, range },
        `The network "${name}" is written as ${text}, which stands for ${writtenNetwork(text)}.`,
        `Write ${writtenNetwork(text)}, or the network that is meant.`,
      )
    }
  },
})
