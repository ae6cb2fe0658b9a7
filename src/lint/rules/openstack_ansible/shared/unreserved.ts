import type { Report } from '../../../engine/rule.js'
import { unreservedPools } from '../../../readers/openstack_ansible/address-pools.js'
import type { OpenstackAnsibleConfig } from '../../../readers/openstack_ansible/config.js'
import type { Placed } from '../../../readers/openstack_ansible/placed.js'

/** An address in use, with its name in messages: `gateway`, `internal_lb_vip_address`. */
export type UsedAddress = [what: string, place: Placed, address?: string]

/** Report each address once that the inventory generator may also give to a container. */
export function reportUnreserved(
  config: OpenstackAnsibleConfig,
  addresses: Iterable<UsedAddress>,
  report: Report,
): void {
  const poolOf = unreservedPools(config)
  const seen = new Set<string>()
  for (const [what, place, address = place.text ?? ''] of addresses) {
    const pool = seen.has(address) ? undefined : poolOf(address)
    seen.add(address)
    if (!pool) continue
    report(
      place,
      `The ${what} ${address} is in the network "${pool}" but not in used_ips, so a container may get it.`,
      `Add "${address}" to used_ips.`,
    )
  }
}
