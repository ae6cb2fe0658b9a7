import { asScalar, asSequence, type YamlNode } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { type AddressRange, overlap } from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './shared/example.js'
import { networkRanges } from './shared/network-rules.js'
import { readEntry } from './shared/used-ips.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/used-ips-outside',
  severity: 'warning',
  summary: 'an entry of used_ips lies in no network',
  help: 'used_ips keeps addresses of cidr_networks from being given to containers; an entry that lies in none of the networks does nothing. Often the network was changed and the entry was not, so that the addresses which were meant are given away. When every network has entries of its own, it is only left over, and a notice.',
  example: {
    bad: EXAMPLE.replace('172.29.236.1,172.29.236.10', '172.92.236.1,172.92.236.10').replace('.9\n', '.11\n'),
    good: EXAMPLE,
  },
  *check(deployment) {
    const networks = [...networkRanges(deployment).values()]
    if (networks.length === 0 || networks.length < deployment.networks.size) return
    const items = asSequence(deployment.usedIps?.node)?.items ?? []
    const entries = items.flatMap((item): [YamlNode, AddressRange][] => {
      const entry = readEntry(item)
      return typeof entry === 'object' && 'range' in entry ? [[item, entry.range]] : []
    })
    const isLeftover = networks.every((network) => entries.some(([, range]) => overlap(network, range)))
    for (const [item, range] of entries) {
      if (networks.some((network) => overlap(network, range))) continue
      yield {
        file: deployment.usedIps?.file ?? '',
        range: item.range,
        message: `The entry "${asScalar(item)?.text}" of used_ips lies in none of the networks in cidr_networks.`,
        help: 'Correct the addresses, or remove the entry.',
        ...(isLeftover ? { severity: 'notice' as const } : {}),
      }
    }
  },
})
