import { isIP } from 'node:net'
import type { KollaCloud } from '../../../readers/kolla_ansible/kolla-cloud.js'

/** The variables that hold a cloud's virtual addresses. */
export const VIRTUAL_ADDRESSES = ['kolla_internal_vip_address', 'kolla_external_vip_address'] as const

interface Neighbor {
  path: string
  address: string
}

/** Clouds by router id and network, found once for all clouds of a repository. */
const found = new WeakMap<readonly KollaCloud[], ReadonlyMap<string, readonly Neighbor[]>>()

/** Another cloud with the same VRRP router id, whose virtual address is in the same /24 network. */
export function cloudWithSameRouterId(cloud: KollaCloud): Neighbor | undefined {
  const key = routerKey(cloud)
  if (key === undefined) return undefined
  const own = cloud.values.text('kolla_internal_vip_address')
  const neighbors = found.get(cloud.all) ?? neighborsOf(cloud.all)
  found.set(cloud.all, neighbors)
  return neighbors.get(key)?.find(({ address }) => address !== own)
}

function neighborsOf(clouds: readonly KollaCloud[]): Map<string, Neighbor[]> {
  const neighbors = new Map<string, Neighbor[]>()
  for (const cloud of clouds) {
    const key = routerKey(cloud)
    const address = cloud.values.text('kolla_internal_vip_address')
    if (key === undefined || address === undefined) continue
    const known = neighbors.get(key) ?? []
    neighbors.set(key, known)
    // with two different addresses, every cloud finds one that is not its own
    if (known.length < 2 && known.every((other) => other.address !== address))
      known.push({ path: cloud.path, address })
  }
  return neighbors
}

function routerKey({ values, layout }: KollaCloud): string | undefined {
  if (layout !== 'kolla' || values.bool('enable_keepalived') !== true) return undefined
  const address = values.text('kolla_internal_vip_address') ?? ''
  const id = values.text('keepalived_virtual_router_id')
  const network = isIP(address) === 4 ? address.slice(0, address.lastIndexOf('.')) : undefined
  return network !== undefined && id !== undefined ? `${id} ${network}` : undefined
}
