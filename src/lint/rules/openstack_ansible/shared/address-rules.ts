import { parseAddress } from '../../../readers/openstack_ansible/address.js'
import type { Host } from '../../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import type { Placed } from '../../../readers/openstack_ansible/placed.js'

export interface HostAddress {
  host: Host
  ip: Placed & { text: string }
}

/** Every host that has an address, once for each pair of name and address. */
export function hostAddresses({ groups }: Pick<Deployment, 'groups'>): HostAddress[] {
  const pairs = new Map<string, HostAddress>()
  for (const host of groups.flatMap((group) => group.hosts)) {
    const text = host.ip?.text
    if (!host.ip || text === undefined || !parseAddress(text)) continue
    const key = `${host.name}\n${text}`
    if (!pairs.has(key)) pairs.set(key, { host, ip: { ...host.ip, text } })
  }
  return [...pairs.values()]
}
