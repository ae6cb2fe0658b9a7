import { defineRule } from '../../engine/rule.js'
import { type AddressRange, overlap, parseNetwork } from '../../readers/openstack_ansible/address.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import type { Placed } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/overlapping-networks',
  severity: 'warning',
  summary: 'two networks in cidr_networks overlap',
  help: 'Each network in cidr_networks is a separate network with its own bridge. If two overlap, hosts and containers have two routes to the same address, and answers leave through the wrong one.',
  example: {
    bad: EXAMPLE.replace('used_ips', '  storage: 172.29.239.0/24\nused_ips'),
    good: EXAMPLE.replace('used_ips', '  storage: 172.29.244.0/22\nused_ips'),
  },
  check({ networks }, report) {
    const sorted = [...networks].flatMap(([name, place]): Network[] => {
      const range = parseNetwork(place.text ?? '')
      return range ? [{ name, place, range }] : []
    })
    sorted.sort(
      ({ range: a }, { range: b }) =>
        Number(a.first.value > b.first.value) - Number(a.first.value < b.first.value),
    )
    let widest: Network | undefined
    for (const network of sorted) {
      const isOverlap = widest !== undefined && overlap(widest.range, network.range)
      if (widest && isOverlap) {
        const isBelow = network.place.range.start.line >= widest.place.range.start.line
        const [second, first] = isBelow ? [network, widest] : [widest, network]
        report(
          second.place,
          `The network "${second.name}" (${second.place.text}) overlaps with "${first.name}" (${first.place.text}).`,
          'Give each network its own addresses.',
        )
      }
      if (!widest || !isOverlap || network.range.last.value > widest.range.last.value) widest = network
    }
  },
})

interface Network {
  name: string
  place: Placed
  range: AddressRange
}
