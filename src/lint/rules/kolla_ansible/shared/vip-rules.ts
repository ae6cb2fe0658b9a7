import { isIP } from 'node:net'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'

export const VIPS: readonly string[] = ['kolla_internal_vip_address', 'kolla_external_vip_address']

export interface Neighbor {
  path: string
  vip: string
}

export const neighborhoods = new WeakMap<readonly Deployment[], Map<string, Neighbor[]>>()

/** Another deployment with the same router id and another address of the same /24. */
export function twin(deployment: Deployment): Neighbor | undefined {
  const key = neighborhoodOf(deployment)
  if (key === undefined) return undefined
  const vip = deployment.values.text('kolla_internal_vip_address')
  return neighbors(deployment.all)
    .get(key)
    ?.find((other) => other.vip !== vip)
}

export function neighbors(all: readonly Deployment[]): Map<string, Neighbor[]> {
  const known = neighborhoods.get(all)
  if (known) return known
  const made = new Map<string, Neighbor[]>()
  for (const deployment of all) {
    const key = neighborhoodOf(deployment)
    const vip = deployment.values.text('kolla_internal_vip_address')
    if (key === undefined || vip === undefined) continue
    const places = made.get(key) ?? []
    made.set(key, places)
    // two addresses are enough to have another one for each
    if (places.length < 2 && places.every((place) => place.vip !== vip))
      places.push({ path: deployment.path, vip })
  }
  neighborhoods.set(all, made)
  return made
}

export function neighborhoodOf({ values, layout }: Deployment): string | undefined {
  const vip = values.text('kolla_internal_vip_address')
  const id = values.text('keepalived_virtual_router_id')
  const network = vip === undefined || isIP(vip) !== 4 ? undefined : /^\d+\.\d+\.\d+\./.exec(vip)?.[0]
  const runs = layout === 'kolla' && values.bool('enable_keepalived') === true
  return network !== undefined && id !== undefined && runs ? `${id} ${network}` : undefined
}
