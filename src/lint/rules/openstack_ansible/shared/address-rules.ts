import type { Rule } from '../../../engine/rule.js'
import { type AddressRange, contains, parseAddress } from '../../../readers/openstack_ansible/address.js'
import type { Host } from '../../../readers/openstack_ansible/config.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { managementNetworks, networkRanges } from './network-rules.js'
import { isUnknown, type Placed } from '../../../readers/openstack_ansible/placed.js'

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

export const addressConflict: Rule<Deployment> = {
  id: 'openstack_ansible/address-conflict',
  severity: 'error',
  summary: 'one host has two addresses, or two hosts have one',
  help: 'A host has the same ip in every group, over openstack_user_config.yml and all of conf.d; the inventory generator stops otherwise. Anchors and aliases keep the addresses in one place.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.11'), good: EXAMPLE },
  *check(deployment) {
    const byHost = new Map<string, HostAddress>()
    const byAddress = new Map<string, HostAddress>()
    for (const found of hostAddresses(deployment)) {
      const { host, ip } = found
      const sameHost = byHost.get(host.name)
      const sameAddress = byAddress.get(ip.text)
      if (sameHost && sameHost.ip.text !== ip.text) {
        yield {
          file: ip.file,
          range: ip.range,
          message: `The host "${host.name}" has the address ${ip.text} here and ${sameHost.ip.text} in ${placeOf(sameHost.ip)}.`,
          help: 'Give it the same address everywhere.',
        }
      } else if (sameAddress && sameAddress.host.name !== host.name) {
        yield {
          file: ip.file,
          range: ip.range,
          message: `The address ${ip.text} of "${host.name}" belongs to "${sameAddress.host.name}" in ${placeOf(sameAddress.ip)}.`,
          help: 'Give each host an address of its own, or the same name everywhere.',
        }
      }
      byHost.set(host.name, sameHost ?? found)
      byAddress.set(ip.text, sameAddress ?? found)
    }
  },
}

function placeOf({ file, range }: Placed): string {
  return `${file}, line ${range.start.line}`
}

export const invalidIp: Rule<Deployment> = {
  id: 'openstack_ansible/invalid-ip',
  severity: 'error',
  summary: 'the ip of a host is no address',
  help: 'The inventory generator writes the ip of a host into the inventory as it stands, and takes it out of the pool for containers. When it is no address (a number too large, a prefix length behind it), Ansible cannot reach the host, and a container may be given the address that was meant.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.29.236.21/22'), good: EXAMPLE },
  *check({ groups }) {
    const said = new Set<string>()
    for (const { ip } of groups.flatMap(({ hosts }) => hosts)) {
      if (!ip?.text || isUnknown(ip.node) || parseAddress(ip.text) || !/^[\d.:/\s]+$/.test(ip.text)) continue
      const place = `${ip.file}:${ip.node.range.start.line}:${ip.node.range.start.column}`
      if (said.has(place)) continue
      said.add(place)
      const address = ip.text.trim().split('/')[0] ?? ''
      yield {
        file: ip.file,
        range: ip.range,
        message: `The ip "${ip.text}" is no address.`,
        help: parseAddress(address)
          ? `Write ${address} alone.`
          : 'Write the address of the host on the management network.',
      }
    }
  },
}

export const hostOutsideNetwork: Rule<Deployment> = {
  id: 'openstack_ansible/host-outside-network',
  severity: 'warning',
  summary: 'a host has an address outside of all networks',
  help: 'The ip of a host is its address on the management network. One that lies in no network of cidr_networks, or in one that is not for management, is usually a slip of the pen; where hosts are reached over a routed network on purpose, switch the rule off.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.92.236.21'), good: EXAMPLE },
  *check(deployment) {
    const ranges = networkRanges(deployment)
    // a network that cannot be read may hold any address
    if (ranges.size === 0 || ranges.size < deployment.networks.size) return
    const management = managementNetworks(deployment)
    const hosts = hostAddresses(deployment)
    const outside = hosts.flatMap((found): [HostAddress, string][] => {
      const where = whereOutside(found.ip.text, ranges, management)
      // with an address of its own for management, the other one is where Ansible comes from
      const { managementIp } = found.host
      const isElsewhere =
        managementIp && whereOutside(managementIp.text ?? '', ranges, management) === undefined
      return where === undefined || isElsewhere ? [] : [[found, where]]
    })
    const areAll = outside.length === hosts.length && hosts.length > 2
    for (const [{ host, ip }, where] of areAll ? outside.slice(0, 1) : outside) {
      const others = areAll ? `, and so do those of all ${hosts.length} hosts` : ''
      yield {
        file: ip.file,
        range: ip.range,
        message: `The address ${ip.text} of "${host.name}" lies in ${where}${others}.`,
        help: 'Give the address of the host on the management network, or correct the network.',
      }
    }
  },
}

/** Where an address lies when it does not lie on the management network. */
function whereOutside(
  text: string,
  ranges: ReadonlyMap<string, AddressRange>,
  management: ReadonlySet<string>,
): string | undefined {
  const address = parseAddress(text)
  if (!address) return undefined
  const within = [...ranges].filter(([, range]) => contains(range, address)).map(([name]) => name)
  if (within.some((name) => management.size === 0 || management.has(name))) return undefined
  return within[0] ? `the network "${within[0]}", which is not for management` : 'no network of cidr_networks'
}
