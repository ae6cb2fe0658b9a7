import { asScalar, childOf, resolve } from '../../../yaml/tree.js'
import { oncePer } from '../../engine/declared.js'
import { parseAddress } from './address.js'
import type { Group, Host, OpenstackAnsibleConfig } from './config.js'
import { allContainers } from './env-d.js'
import { isUnknown, type Placed, truthOf } from './placed.js'

/** The containers of one kind that the inventory generator creates on one host. */
export interface Placement {
  /** The kind, for instance `galera_container`. */
  container: string
  /** The host's entry under the group that places the containers. */
  host: Host
  count: number
  /** Whether there is no container, because the components run on the host itself. */
  metal: boolean
  /** The components in the container. */
  contains: readonly string[]
}

/** All containers of the inventory, as far as they are known without running the generator. */
export const placementsOf = oncePer(function* (config: OpenstackAnsibleConfig): Iterable<Placement> {
  const hosts = hostsByGroup(config)
  for (const [container, { groups, contains, metal }] of allContainers(config.envD, config.known)) {
    for (const group of new Set(groups)) {
      for (const entries of hosts.get(group)?.values() ?? []) {
        const [host] = entries
        if (!host) continue
        const isMetal = metal || withoutContainers(entries, config)
        yield { container, host, count: affinityOf(entries, container), metal: isMetal, contains }
      }
    }
  }
})

/** Group → host → its entries: several files may describe the same host of a group. */
function hostsByGroup({ groups }: OpenstackAnsibleConfig): Map<string, Map<string, Host[]>> {
  const found = new Map<string, Map<string, Host[]>>()
  for (const { name, hosts } of groups) {
    const ofGroup = found.get(name) ?? new Map<string, Host[]>()
    found.set(name, ofGroup)
    for (const host of hosts) {
      const entries = ofGroup.get(host.name)
      if (entries) entries.push(host)
      else ofGroup.set(host.name, [host])
    }
  }
  return found
}

function withoutContainers(entries: readonly Host[], { noContainers }: OpenstackAnsibleConfig): boolean {
  const own = entries
    .map(({ value }) => childOf(value, 'no_containers'))
    .findLast((node) => node !== undefined)
  return own ? truthOf(own) !== false : noContainers
}

/** How many containers of a kind the host gets; a templated number counts as one. */
function affinityOf(entries: readonly Host[], container: string): number {
  for (const { value } of [...entries].reverse()) {
    const written = childOf(childOf(value, 'affinity'), container)
    const count = asScalar(written)?.value
    if (written && typeof count === 'number' && !isUnknown(written)) return count
  }
  return 1
}

/** Whether a network that is bound to these groups certainly reaches the container. */
export function isBound({ container, contains }: Placement, binds: ReadonlySet<string>): boolean {
  return (
    binds.has('all_containers') || binds.has(container) || contains.some((component) => binds.has(component))
  )
}

/** The cluster that the containers of a kind form. */
export function clusterOf(config: OpenstackAnsibleConfig, container: string) {
  const counts = new Map<string, number>()
  const groups = new Set<string>()
  for (const placement of placementsOf(config)) {
    if (placement.container !== container || placement.count < 1) continue
    const { name, group } = placement.host
    counts.set(name, Math.max(counts.get(name) ?? 0, placement.metal ? 1 : placement.count))
    groups.add(group)
  }
  const size = [...counts.values()].reduce((sum, each) => sum + each, 0)
  return { size, groups, hosts: new Set(counts.keys()) }
}

/** The names of the hosts in these groups. */
export function hostsIn(groups: readonly Group[], ...names: readonly string[]): Set<string> {
  return new Set(
    groups.filter(({ name }) => names.includes(name)).flatMap(({ hosts }) => hosts.map(({ name }) => name)),
  )
}

/** Every host once that is written out: aliases repeat it. */
export function writtenHosts(groups: readonly Group[]): Host[] {
  const hosts = new Map(groups.flatMap(({ hosts }) => hosts).map((host) => [resolve(host.value), host]))
  return [...hosts.values()]
}

export interface HostAddress {
  host: Host
  ip: Placed & { text: string }
}

/** Every pair of a host's name and a valid address once. */
export function hostAddresses({ groups }: Pick<OpenstackAnsibleConfig, 'groups'>): HostAddress[] {
  const pairs = new Map<string, HostAddress>()
  for (const host of groups.flatMap((group) => group.hosts)) {
    const text = host.ip?.text
    if (!host.ip || text === undefined || !parseAddress(text)) continue
    const key = `${host.name}\n${text}`
    if (!pairs.has(key)) pairs.set(key, { host, ip: { ...host.ip, text } })
  }
  return [...pairs.values()]
}
