import type { Problem, Rule } from '../rule.js'
import { type AddressRange, contains, parseAddress, parseNetwork } from './address.js'
import type { Deployment, Host, Placed } from './deployment.js'
import { EXAMPLE } from './example.js'
import { reservedRanges } from './used-ips.js'

interface HostAddress {
  host: Host
  ip: Placed & { text: string }
}

/** Every host that has an address, once for each pair of name and address. */
function hostAddresses({ groups }: Deployment): HostAddress[] {
  const pairs = new Map<string, HostAddress>()
  for (const host of groups.flatMap((group) => group.hosts)) {
    const text = host.ip?.text
    if (!host.ip || text === undefined || !parseAddress(text)) continue
    const key = `${host.name}\n${text}`
    if (!pairs.has(key)) pairs.set(key, { host, ip: { ...host.ip, text } })
  }
  return [...pairs.values()]
}

function networkRanges({ networks }: Deployment): Map<string, AddressRange> {
  const ranges = new Map<string, AddressRange>()
  for (const [name, { text = '' }] of networks) {
    const range = parseNetwork(text)
    if (range) ranges.set(name, range)
  }
  return ranges
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

export const hostOutsideNetwork: Rule<Deployment> = {
  id: 'openstack_ansible/host-outside-network',
  severity: 'warning',
  summary: 'a host has an address outside of all networks',
  help: 'The ip of a host is its address on the management network. One that lies in no network of cidr_networks is usually a slip of the pen; where hosts are reached over a routed network on purpose, switch the rule off.',
  example: { bad: EXAMPLE.replace('ip: 172.29.236.21', 'ip: 172.92.236.21'), good: EXAMPLE },
  *check(deployment) {
    const ranges = [...networkRanges(deployment).values()]
    // a network that cannot be read may hold any address
    if (ranges.length === 0 || ranges.length < deployment.networks.size) return
    for (const { host, ip } of hostAddresses(deployment)) {
      const address = parseAddress(ip.text)
      if (!address || ranges.some((range) => contains(range, address))) continue
      yield {
        file: ip.file,
        range: ip.range,
        message: `The address ${ip.text} of "${host.name}" lies in none of the networks in cidr_networks.`,
        help: 'Correct the address, or the network.',
      }
    }
  },
}

export const vipNotReserved: Rule<Deployment> = {
  id: 'openstack_ansible/vip-not-reserved',
  severity: 'error',
  summary: 'a virtual address may be given to a container',
  help: 'Containers get addresses out of the networks that provider networks name in ip_from_q. The generator leaves out used_ips and the addresses of hosts, but not the virtual addresses of the load balancer: one day a container gets the same address, and the cloud stops answering. List them under used_ips.',
  example: {
    bad: EXAMPLE.replace('vip_address: 172.29.236.9', 'vip_address: 172.29.236.100'),
    good: EXAMPLE,
  },
  *check(deployment): Iterable<Problem> {
    const { vips, usedIps, queues, noContainers } = deployment
    const reserved = reservedRanges(usedIps)
    if (noContainers || reserved === 'unknown') return
    const hosts = new Set(hostAddresses(deployment).map(({ ip }) => ip.text))
    const handedOut = new Set(queues.map(({ text }) => text))
    for (const { name, file, range, text = '' } of vips) {
      const address = parseAddress(text)
      if (!address || hosts.has(text) || reserved.some((used) => contains(used, address))) continue
      for (const [network, addresses] of networkRanges(deployment)) {
        if (!handedOut.has(network) || !contains(addresses, address)) continue
        yield {
          file,
          range,
          message: `The ${name} ${text} lies in the network "${network}" and is not in used_ips: a container may get it.`,
          help: `Add "${text}" to used_ips.`,
        }
        break
      }
    }
  },
}
