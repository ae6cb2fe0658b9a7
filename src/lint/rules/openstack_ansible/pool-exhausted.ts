import { defineRule } from '../../engine/rule.js'
import {
  type Address,
  type AddressRange,
  contains,
  parseAddress,
  sizeOf,
} from '../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { inventoryOf, type Placement } from '../../readers/openstack_ansible/inventory.js'
import { bindsOf, option, textOf } from '../../readers/openstack_ansible/provider-network.js'
import { isBound } from './shared/cluster-rules.js'
import { EXAMPLE } from './shared/example.js'
import { networkRanges } from './shared/network-rules.js'
import { reservedRanges } from './shared/used-ips.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/pool-exhausted',
  severity: 'error',
  summary: 'a network has fewer addresses than there are containers on it',
  help: 'Each container gets an address of its own out of every network that it is bound to. When those that are neither in used_ips nor hosts run out, the inventory generator stops.',
  example: {
    bad: EXAMPLE.replace('172.29.236.1,172.29.236.10', '172.29.236.1,172.29.239.254'),
    good: EXAMPLE,
  },
  check(deployment, report) {
    const reserved = reservedRanges(deployment.usedIps)
    if (!deployment.isWhole || reserved === 'unknown') return
    const needed = containersByQueue(deployment)
    for (const [name, range] of networkRanges(deployment)) {
      const need = needed.get(name) ?? 0
      const free = need === 0 ? 0n : freeIn(range, reserved, inventoryOf(deployment).addresses)
      const at = deployment.networks.get(name)
      if (!at || free >= BigInt(need)) continue
      report(
        at,
        `The network "${name}" has ${free} free addresses for at least ${need} containers.`,
        'Make the network larger, or used_ips smaller.',
      )
    }
  },
})

/** How many containers surely take an address out of each network. */
function containersByQueue(deployment: Deployment): Map<string, number> {
  const containers = new Map<string, Placement>()
  for (const placement of inventoryOf(deployment).placements) {
    if (!placement.metal) containers.set(`${placement.host.name}\n${placement.container}`, placement)
  }
  const bound = new Map<string, Set<Placement>>()
  for (const network of deployment.providerNetworks ?? []) {
    const queue = textOf(network, 'ip_from_q')
    if (queue === undefined || option(network, 'reference_group')) continue
    const binds = new Set(bindsOf(network).map(({ group }) => group))
    const on = bound.get(queue) ?? new Set<Placement>()
    bound.set(queue, on)
    for (const placement of containers.values()) if (isBound(placement, binds)) on.add(placement)
  }
  return new Map(
    [...bound].map(([queue, on]) => [queue, [...on].reduce((sum, { count }) => sum + Math.max(0, count), 0)]),
  )
}

function freeIn(range: AddressRange, reserved: readonly AddressRange[], hosts: ReadonlySet<string>): bigint {
  const { family } = range.first
  const alone = [...hosts]
    .flatMap((text) => parseAddress(text) ?? [])
    .filter((address) => contains(range, address))
  const edges = [range.first, range.last]
  const used = [...reserved, ...[...alone, ...edges].map((address) => ({ first: address, last: address }))]
    .filter(({ first }) => first.family === family)
    .sort((a, b) => Number(a.first.value > b.first.value) - Number(a.first.value < b.first.value))
  let free = sizeOf(range)
  let next = range.first.value
  for (const { first, last } of used) {
    const from = largest(first.value, next)
    const to = smallest(last.value, range.last.value)
    if (to >= from) free -= to - from + 1n
    next = largest(next, to + 1n)
  }
  return free
}

function largest(a: Address['value'], b: Address['value']): bigint {
  return a > b ? a : b
}

function smallest(a: Address['value'], b: Address['value']): bigint {
  return a < b ? a : b
}
