import { defineRule } from '../../engine/rule.js'
import {
  type Address,
  type AddressRange,
  overlap,
  parseAddress,
} from '../../readers/openstack_ansible/address.js'
import { networkRanges, reservedRanges } from '../../readers/openstack_ansible/address-pools.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import {
  hostAddresses,
  isBound,
  type Placement,
  placementsOf,
} from '../../readers/openstack_ansible/inventory.js'
import { bindsOf, option, textOf } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/address-pool-exhausted',
  severity: 'error',
  summary: 'a network has fewer free addresses than containers',
  help: 'Each container gets an address from every network that it is bound to, excluding used_ips and the addresses of hosts. The inventory generator stops when no address is left.',
  example: {
    bad: EXAMPLE.replace('172.29.236.1,172.29.236.10', '172.29.236.1,172.29.239.254'),
    good: EXAMPLE,
  },
  check(config, report) {
    const reserved = reservedRanges(config.usedIps)
    if (!config.isComplete || reserved === 'unknown') return
    const needed = containersByPool(config)
    const ranges = networkRanges(config)
    for (const [name, place] of config.networks) {
      const range = ranges.get(name)
      const need = needed.get(name) ?? 0
      if (!range || need === 0) continue
      const hosts = hostAddresses(config).flatMap(({ ip }) => parseAddress(ip.text) ?? [])
      const free = freeIn(range, reserved, hosts)
      if (free >= BigInt(need)) continue
      report(
        place,
        `The network "${name}" has ${free} free addresses for at least ${need} containers.`,
        'Make the network larger, or reserve fewer addresses in used_ips.',
      )
    }
  },
})

/** The number of containers that certainly get an address from each network. */
function containersByPool(config: OpenstackAnsibleConfig): Map<string, number> {
  const containers = new Map<string, Placement>()
  for (const placement of placementsOf(config)) {
    if (!placement.metal) containers.set(`${placement.host.name}\n${placement.container}`, placement)
  }
  const bound = new Map<string, Set<Placement>>()
  for (const network of config.providerNetworks ?? []) {
    const pool = textOf(network, 'ip_from_q')
    if (pool === undefined || option(network, 'reference_group')) continue
    const binds = new Set(bindsOf(network).map(({ group }) => group))
    const on = bound.get(pool) ?? new Set<Placement>()
    bound.set(pool, on)
    for (const placement of containers.values()) if (isBound(placement, binds)) on.add(placement)
  }
  return new Map(
    [...bound].map(([pool, on]) => [pool, [...on].reduce((sum, { count }) => sum + Math.max(0, count), 0)]),
  )
}

function freeIn(range: AddressRange, reserved: readonly AddressRange[], hosts: readonly Address[]): bigint {
  // the generator never uses the first and the last address
  const single = [...hosts, range.first, range.last].map((address) => ({ first: address, last: address }))
  const used = [...reserved, ...single]
    .filter((each) => overlap(range, each))
    .sort((a, b) => Number(a.first.value > b.first.value) - Number(a.first.value < b.first.value))
  let free = 0n
  let next = range.first.value
  for (const { first, last } of used) {
    if (first.value > next) free += first.value - next
    if (last.value >= next) next = last.value + 1n
  }
  return free
}
