import { defineRule, type Problem } from '../../engine/rule.js'
import { type AddressRange, overlap, parseNetwork } from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import type { Placed } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/overlapping-networks',
  severity: 'warning',
  summary: 'two networks in cidr_networks overlap',
  help: 'Each network of cidr_networks is one of its own, on its own bridge. When two overlap, hosts and containers have two ways to the same address and answers go out by the wrong one.',
  example: {
    bad: EXAMPLE.replace('used_ips', '  storage: 172.29.239.0/24\nused_ips'),
    good: EXAMPLE.replace('used_ips', '  storage: 172.29.244.0/22\nused_ips'),
  },
  *check({ networks }) {
    const sorted = [...networks].flatMap(([name, at]): [string, Placed, AddressRange][] => {
      const range = parseNetwork(at.text ?? '')
      return range ? [[name, at, range]] : []
    })
    sorted.sort(
      ([, , a], [, , b]) => Number(a.first.value > b.first.value) - Number(a.first.value < b.first.value),
    )
    let widest: [string, Placed, AddressRange] | undefined
    for (const entry of sorted) {
      const [name, at, range] = entry
      if (widest && overlap(widest[2], range)) yield overlapping([name, at], [widest[0], widest[1]])
      if (!widest || range.last.value > widest[2].last.value || !overlap(widest[2], range)) widest = entry
    }
  },
})

function overlapping(one: [string, Placed], other: [string, Placed]): Problem {
  const isBelow = one[1].range.start.line >= other[1].range.start.line
  const [[name, at], [before, first]] = isBelow ? [one, other] : [other, one]
  return {
    file: at.file,
    range: at.range,
    message: `The network "${name}" (${at.text}) overlaps with "${before}" (${first.text}).`,
    help: 'Give each network addresses of its own.',
  }
}
