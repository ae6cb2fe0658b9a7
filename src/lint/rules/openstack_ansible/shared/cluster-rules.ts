import type { Problem, Rule } from '../../../engine/rule.js'
import { type Address, type AddressRange, contains, parseAddress, sizeOf } from '../../../readers/openstack_ansible/address.js'
import type { Group } from '../../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE, WITH_CLUSTER } from './example.js'
import { inventoryOf, type Placement } from '../../../readers/openstack_ansible/inventory.js'
import { networkRanges } from './network-rules.js'
import { bindsOf, option, textOf } from '../../../readers/openstack_ansible/provider-network.js'
import { reservedRanges } from './used-ips.js'

/** What needs a majority of its members to go on. */
const CLUSTERS = [
  { container: 'galera_container', name: 'Galera' },
  { container: 'rabbit_mq_container', name: 'RabbitMQ' },
] as const

/** From this many compute hosts on it is no small lab any more. */
const MANY = 3

export const quorum: Rule<Deployment> = {
  id: 'openstack_ansible/quorum',
  severity: 'warning',
  summary: 'a cluster has no majority left when one member fails',
  help: 'Galera and RabbitMQ go on only while more than half of their members are there. With two members, either failure stops the cloud; with four, no more failures are survived than with three. Deploy three or five. A single member is only spoken of when there are three compute hosts or more.',
  example: {
    bad: WITH_CLUSTER.replace(/ {2}infra3.*\n/g, ''),
    good: WITH_CLUSTER,
  },
  *check(deployment) {
    if (!deployment.isWhole || deployment.isTemplated) return
    const said = new Set<string>()
    for (const { container, name } of CLUSTERS) {
      const members = membersOf(deployment, container)
      const group = deployment.groups.find(({ hosts }) =>
        hosts.some((host) => members.hosts.has(host.name) && members.groups.has(host.group)),
      )
      if (!group || members.count === 0 || said.has(group.name)) continue
      const problem = quorumProblem(name, members.count, deployment)
      if (!problem) continue
      said.add(group.name)
      yield { file: group.file, range: group.keyRange, ...problem }
    }
  },
}

function quorumProblem(
  name: string,
  count: number,
  { groups }: Deployment,
): Pick<Problem, 'message' | 'help'> | undefined {
  const help = 'Deploy an odd number of members, three or more.'
  if (count % 2 === 0) {
    return {
      message: `${name} has ${count} members: ${count === 2 ? 'either failure stops it' : `it survives no more failures than with ${count - 1}`}.`,
      help,
    }
  }
  return count === 1 && hostsIn(groups, 'compute_hosts').size >= MANY
    ? { message: `${name} has a single member: nothing takes over when it fails.`, help }
    : undefined
}

function membersOf(deployment: Deployment, container: string) {
  const counts = new Map<string, number>()
  const groups = new Set<string>()
  for (const placement of inventoryOf(deployment).placements) {
    if (placement.container !== container || placement.count < 1) continue
    counts.set(
      placement.host.name,
      Math.max(counts.get(placement.host.name) ?? 0, placement.metal ? 1 : placement.count),
    )
    groups.add(placement.host.group)
  }
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
  return { count, groups, hosts: new Set(counts.keys()) }
}

export function hostsIn(groups: readonly Group[], ...names: readonly string[]): Set<string> {
  return new Set(
    groups.filter(({ name }) => names.includes(name)).flatMap(({ hosts }) => hosts.map(({ name }) => name)),
  )
}

export const singleLoadBalancer: Rule<Deployment> = {
  id: 'openstack_ansible/single-load-balancer',
  severity: 'notice',
  summary: 'a cluster of controllers has one load balancer',
  help: 'The virtual addresses move between load balancers by Keepalived, which openstack-ansible only sets up when there are at least two of them. With a single one, all API endpoints are gone while that host is, however many controllers there are.',
  example: {
    bad: WITH_CLUSTER.replace(/(load_balancer_hosts:\n.*\n).*\n.*\n/, '$1'),
    good: WITH_CLUSTER,
  },
  *check(deployment) {
    const { groups, isTemplated, isWhole } = deployment
    const balancers = groups.filter(({ name }) => BALANCERS.includes(name))
    const [first] = balancers
    if (!first || !isWhole || isTemplated || hostsIn(groups, ...BALANCERS).size !== 1) return
    if (membersOf(deployment, 'galera_container').hosts.size < MANY) return
    yield {
      file: first.file,
      range: first.keyRange,
      message: 'There is a single load balancer: the virtual addresses cannot move to another one.',
      help: `Put a second host under "${first.key}".`,
    }
  },
}

/** The groups whose hosts balance load; the second is the older name. */
export const BALANCERS: readonly string[] = ['load_balancer_hosts', 'haproxy_hosts']

export const poolExhausted: Rule<Deployment> = {
  id: 'openstack_ansible/pool-exhausted',
  severity: 'error',
  summary: 'a network has fewer addresses than there are containers on it',
  help: 'Each container gets an address of its own out of every network that it is bound to. When those that are neither in used_ips nor hosts run out, the inventory generator stops.',
  example: {
    bad: EXAMPLE.replace('172.29.236.1,172.29.236.10', '172.29.236.1,172.29.239.254'),
    good: EXAMPLE,
  },
  *check(deployment) {
    const reserved = reservedRanges(deployment.usedIps)
    if (!deployment.isWhole || reserved === 'unknown') return
    const needed = containersByQueue(deployment)
    for (const [name, range] of networkRanges(deployment)) {
      const need = needed.get(name) ?? 0
      const free = need === 0 ? 0n : freeIn(range, reserved, inventoryOf(deployment).addresses)
      const at = deployment.networks.get(name)
      if (!at || free >= BigInt(need)) continue
      yield {
        file: at.file,
        range: at.range,
        message: `The network "${name}" has ${free} free addresses for at least ${need} containers.`,
        help: 'Make the network larger, or used_ips smaller.',
      }
    }
  },
}

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

/** Whether one of the groups surely holds the container. */
export function isBound({ container, contains }: Placement, binds: ReadonlySet<string>): boolean {
  return (
    binds.has('all_containers') || binds.has(container) || contains.some((component) => binds.has(component))
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
