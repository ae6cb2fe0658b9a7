import { asScalar, childOf } from '../../../yaml/tree.js'
import type { Host } from './config.js'
import type { Deployment } from './deployment.js'
import { allContainers } from './environment.js'
import { isUnknown, truthOf } from './placed.js'

/** The containers of one kind that the generator makes on one host. */
export interface Placement {
  /** The kind, for instance `galera_container`. */
  container: string
  /** The host's entry under the group that places the containers. */
  host: Host
  count: number
  /** Whether the components run on the host itself: there is no container then. */
  metal: boolean
  contains: readonly string[]
}

/** The inventory as far as it can be told without the generator. */
export interface Inventory {
  placements: readonly Placement[]
  /** The addresses that hosts have, as they are written. */
  addresses: ReadonlySet<string>
}

const made = new WeakMap<Deployment, Inventory>()

/** Found once for each deployment, since several rules ask for it. */
export function inventoryOf(deployment: Deployment): Inventory {
  const known = made.get(deployment)
  if (known) return known
  const hosts = hostsByGroup(deployment)
  const placements: Placement[] = []
  for (const [container, { groups, contains, metal }] of allContainers(
    deployment.environment,
    deployment.known,
  )) {
    for (const group of new Set(groups)) {
      for (const entries of hosts.get(group)?.values() ?? []) {
        const [host] = entries
        if (!host) continue
        const isMetal = metal || withoutContainers(entries, deployment)
        placements.push({ container, host, count: affinityOf(entries, container), metal: isMetal, contains })
      }
    }
  }
  const addresses = new Set<string>()
  for (const { hosts } of deployment.groups) for (const { ip } of hosts) if (ip?.text) addresses.add(ip.text)
  const inventory = { placements, addresses }
  made.set(deployment, inventory)
  return inventory
}

/** Group → host → its entries: several files may speak of the same host of the same group. */
function hostsByGroup({ groups }: Deployment): Map<string, Map<string, Host[]>> {
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

function withoutContainers(entries: readonly Host[], { noContainers }: Deployment): boolean {
  const own = entries
    .map(({ value }) => childOf(value, 'no_containers'))
    .findLast((node) => node !== undefined)
  return own ? truthOf(own) !== false : noContainers
}

/** How many containers of a kind the host gets; one that only Ansible knows counts as one. */
function affinityOf(entries: readonly Host[], container: string): number {
  for (const { value } of [...entries].reverse()) {
    const written = childOf(childOf(value, 'affinity'), container)
    const count = asScalar(written)?.value
    if (written && typeof count === 'number' && !isUnknown(written)) return count
  }
  return 1
}
