import { type AddressRange, parseNetwork } from '../../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { isManagement, option } from '../../../readers/openstack_ansible/provider-network.js'

/** The names of the networks that carry management addresses, as far as the generator finds them. */
export function managementNetworks({ networks, providerNetworks }: Deployment): Set<string> {
  const names = ['container', 'management'].filter((name) => networks.has(name))
  for (const network of providerNetworks ?? []) {
    const queue = option(network, 'ip_from_q')?.text
    const prefix = option(network, 'address_prefix')?.text ?? ''
    const manages = isManagement(network) !== false || ['container', 'management'].includes(prefix)
    if (queue !== undefined && networks.has(queue) && manages) names.push(queue)
  }
  return new Set(names)
}

/** The ranges of the networks that can be read. */
export function networkRanges({ networks }: Pick<Deployment, 'networks'>): Map<string, AddressRange> {
  const ranges = new Map<string, AddressRange>()
  for (const [name, { text = '' }] of networks) {
    const range = parseNetwork(text)
    if (range) ranges.set(name, range)
  }
  return ranges
}
