import { asMapping, asSequence, childOf } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { type AddressRange, contains, parseAddress } from '../../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { inventoryOf } from '../../../readers/openstack_ansible/inventory.js'
import { networkRanges } from './network-rules.js'
import { type Placed, placed } from '../../../readers/openstack_ansible/placed.js'
import { option } from '../../../readers/openstack_ansible/provider-network.js'
import { reservedRanges } from './used-ips.js'

/** Whether a container may be given an address: then the network out of which. */
function networkHandingOut(deployment: Deployment): (text: string) => string | undefined {
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
function isEdge({ first, last }: AddressRange, value: bigint): boolean {
  return value === first.value || value === last.value
}

function mayBeGivenAway(what: string, at: Placed, text: string, network: string): Problem {
  return {
    file: at.file,
    range: at.range,
    message: `The ${what} ${text} lies in the network "${network}" and is not in used_ips: a container may get it.`,
    help: `Add "${text}" to used_ips.`,
  }
}

export const vipNotReserved: Rule<Deployment> = {
  id: 'openstack_ansible/vip-not-reserved',
  severity: 'error',
  summary: 'a virtual address may be given to a container',
  help: 'Containers get addresses out of the networks that provider networks name in ip_from_q. The generator leaves out used_ips and the addresses of hosts, but not the virtual addresses of the load balancer: one day a container gets the same address, and the cloud stops answering. List them under used_ips; this also holds for those that Keepalived gets as haproxy_keepalived_*_vip_cidr.',
  example: {
    bad: EXAMPLE.replace('vip_address: 172.29.236.9', 'vip_address: 172.29.236.100'),
    good: EXAMPLE,
  },
  *check(deployment): Iterable<Problem> {
    const handingOut = networkHandingOut(deployment)
    const said = new Set<string>()
    for (const { name, text = '', at } of virtualAddresses(deployment)) {
      const network = said.has(text) ? undefined : handingOut(text)
      said.add(text)
      if (network) yield mayBeGivenAway(name, at, text, network)
    }
  },
}

function* virtualAddresses({
  vips,
  variables,
}: Deployment): Iterable<{ name: string; text: string | undefined; at: Placed }> {
  for (const vip of vips) yield { name: vip.name, text: vip.text, at: vip }
  for (const which of ['internal', 'external']) {
    const name = `haproxy_keepalived_${which}_vip_cidr`
    for (const { file, entry } of variables.settings.get(name) ?? []) {
      const at = placed(file, entry.value)
      yield { name, text: at.text?.split('/')[0], at }
    }
  }
}

export const addressNotReserved: Rule<Deployment> = {
  id: 'openstack_ansible/address-not-reserved',
  severity: 'error',
  summary: 'the address of a gateway or a host may be given to a container',
  help: 'The gateway of a provider network or of one of its static_routes, or the management_ip of a host, lies in a network out of which containers get addresses. The generator only leaves out used_ips and the ip of every host: one day a container gets the same address, and traffic goes astray. List it under used_ips.',
  example: {
    bad: EXAMPLE.replace('type: raw', 'type: raw\n        gateway: 172.29.236.254'),
    good: EXAMPLE.replace('type: raw', 'type: raw\n        gateway: 172.29.236.1'),
  },
  *check(deployment) {
    const handingOut = networkHandingOut(deployment)
    const said = new Set<string>()
    for (const [what, at] of [...gateways(deployment), ...managementAddresses(deployment)]) {
      const { text = '' } = at
      const network = said.has(text) ? undefined : handingOut(text)
      said.add(text)
      if (network) yield mayBeGivenAway(what, at, text, network)
    }
  },
}

function* gateways({ providerNetworks }: Deployment): Iterable<[string, Placed]> {
  for (const network of providerNetworks ?? []) {
    const own = option(network, 'gateway')
    if (own) yield ['gateway', own]
    for (const route of asSequence(childOf(network.node, 'static_routes'))?.items ?? []) {
      const node = childOf(asMapping(route), 'gateway')
      if (node) yield ['gateway', placed(network.file, node)]
    }
  }
}

function managementAddresses({ groups }: Deployment): [string, Placed][] {
  const hosts = groups.flatMap((group) => group.hosts)
  return hosts.flatMap(({ managementIp }): [string, Placed][] =>
    managementIp ? [['management_ip', managementIp]] : [],
  )
}
