import type { Environment } from '../../../readers/repository/environments.js'

export const STAGING =
  'kolla_internal_vip_address: 10.20.0.254\nkeepalived_virtual_router_id: 62\nnetwork_interface: bond0\nopenstack_region_name: RegionStaging\n'

export const PRODUCTION = STAGING.replace('10.20', '10.10')
  .replace('62', '61')
  .replace('RegionStaging', 'RegionOne')

/** One folder inside of the other: the inner one may only add to the outer one, or another tool read the same. */
export function isNested(a: Environment, b: Environment): boolean {
  return a.name.startsWith(b.name) || b.name.startsWith(a.name)
}
