import type { Problem } from '../../../engine/rule.js'
import { type AddressRange, contains, parseAddress } from '../../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { inventoryOf } from '../../../readers/openstack_ansible/inventory.js'
import type { Placed } from '../../../readers/openstack_ansible/placed.js'
import { option } from '../../../readers/openstack_ansible/provider-network.js'
import { networkRanges } from './network-rules.js'
import { reservedRanges } from './used-ips.js'

/** Whether a container may be given an address: then the network out of which. */
export function networkHandingOut(deployment: Deployment): (text: string) => string | undefined {
  const reserved = reservedRanges(deployment.usedIps)
  if (deployment.noContainers || reserved === 'unknown') return () => undefined
  const queues = new Set(
    (deployment.providerNetworks ?? []).map((network) => option(network, 'ip_from_q')?.text),
  )
  const handedOut = [...networkRanges(deployment)].filter(([name]) => queues.has(name))
  const { addresses } = inventoryOf(deployment)
  return (text) => {
    const address = parseAddress(text)
    if (!address || addresses.has(text) || reserved.some((used) => contains(used, address))) return undefined
    return handedOut.find(([, range]) => contains(range, address) && !isEdge(range, address.value))?.[0]
  }
}

/** The first and the last address of a network are never given away. */
export function isEdge({ first, last }: AddressRange, value: bigint): boolean {
  return value === first.value || value === last.value
}

export function mayBeGivenAway(what: string, at: Placed, text: string, network: string): Problem {
  return {
    file: at.file,
    range: at.range,
    message: `The ${what} ${text} lies in the network "${network}" and is not in used_ips: a container may get it.`,
    help: `Add "${text}" to used_ips.`,
  }
}
