import type { Group } from '../../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { inventoryOf, type Placement } from '../../../readers/openstack_ansible/inventory.js'

/** From this many compute hosts on it is no small lab any more. */
export const MANY = 3

/** The groups whose hosts balance load; the second is the older name. */
export const BALANCERS: readonly string[] = ['load_balancer_hosts', 'haproxy_hosts']

export function membersOf(deployment: Deployment, container: string) {
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

/** Whether one of the groups surely holds the container. */
export function isBound({ container, contains }: Placement, binds: ReadonlySet<string>): boolean {
  return (
    binds.has('all_containers') || binds.has(container) || contains.some((component) => binds.has(component))
  )
}
