import { defineRule } from '../../engine/rule.js'
import { parseAddress, parseNetwork } from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/invalid-cidr',
  severity: 'error',
  summary: 'a network in cidr_networks is no network',
  help: 'A network is an address and a prefix length: 172.29.236.0/22. The inventory generator stops at anything else; without a prefix length it takes the network for a single address and has none to give.',
  example: { bad: EXAMPLE.replace('172.29.236.0/22', '172.29.236.0/33'), good: EXAMPLE },
  check({ networks }, report) {
    for (const [name, { file, range, text, node }] of networks) {
      if (isUnknown(node) || (text !== undefined && parseNetwork(text))) continue
      const written = text === undefined ? 'nothing' : `"${text}"`
      report(
        { file, range },
        `The network "${name}" is ${written}, which is no network in CIDR notation.`,
        text !== undefined && parseAddress(text)
          ? `Add the prefix length, for example ${text}/22.`
          : 'Write it as address/length, for example 172.29.236.0/22.',
      )
    }
  },
})
