import { nearest } from '../../../../platform/nearest.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { type AddressRange, overlap, parseAddress, parseNetwork, writtenNetwork } from '../../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { isUnknown, type Placed } from '../../../readers/openstack_ansible/placed.js'
import { isManagement, option } from '../../../readers/openstack_ansible/provider-network.js'

const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export const missingNetworks: Rule<Deployment> = {
  id: 'openstack_ansible/missing-networks',
  severity: 'error',
  summary: 'cidr_networks is missing',
  help: 'cidr_networks names the networks from which containers get their addresses; the inventory generator stops without it, on metal as well.',
  example: { bad: EXAMPLE.slice(EXAMPLE.indexOf('used_ips')).replace(/ *ip_from_q.*\n/, ''), good: EXAMPLE },
  *check({ path, isWhole, definesNetworks }) {
    if (!isWhole || definesNetworks) return
    yield {
      file: path,
      range: FILE_START,
      message: 'There is no cidr_networks.',
      help: 'Add it, for example  cidr_networks: { management: 172.29.236.0/22 }.',
    }
  },
}

export const noManagementNetwork: Rule<Deployment> = {
  id: 'openstack_ansible/no-management-network',
  severity: 'error',
  summary: 'no network is the management network',
  help: 'The inventory generator needs to know the network over which Ansible reaches containers: the one in cidr_networks that is called management (container in older releases), or those from which a provider network with is_management_address takes its addresses. It stops when there is none.',
  example: {
    bad: EXAMPLE.replace('  management:', '  mgmt:')
      .replace('from_q: management', 'from_q: mgmt')
      .replace(/ *(management_bridge|is_management_address).*\n/g, ''),
    good: EXAMPLE.replace('  management:', '  mgmt:').replace('from_q: management', 'from_q: mgmt'),
  },
  *check(deployment) {
    const { isWhole, networks, isTemplated, overrides } = deployment
    const anywhere = isTemplated || [...networks.values()].some(({ node }) => isUnknown(node))
    if (
      !isWhole ||
      networks.size === 0 ||
      anywhere ||
      isUnknown(overrides.get('provider_networks')?.entry.value)
    )
      return
    if (managementNetworks(deployment).size > 0) return
    const [first] = networks.values()
    if (!first) return
    yield {
      file: first.file,
      range: first.range,
      message: `None of the networks in cidr_networks is for management: ${[...networks.keys()].join(', ')}.`,
      help: 'Call one of them "management", or set is_management_address: true on the provider network that takes addresses from it.',
    }
  },
}

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

export const invalidCidr: Rule<Deployment> = {
  id: 'openstack_ansible/invalid-cidr',
  severity: 'error',
  summary: 'a network in cidr_networks is no network',
  help: 'A network is an address and a prefix length: 172.29.236.0/22. The inventory generator stops at anything else; without a prefix length it takes the network for a single address and has none to give.',
  example: { bad: EXAMPLE.replace('172.29.236.0/22', '172.29.236.0/33'), good: EXAMPLE },
  *check({ networks }) {
    for (const [name, { file, range, text, node }] of networks) {
      if (isUnknown(node) || (text !== undefined && parseNetwork(text))) continue
      const written = text === undefined ? 'nothing' : `"${text}"`
      yield {
        file,
        range,
        message: `The network "${name}" is ${written}, which is no network in CIDR notation.`,
        help:
          text !== undefined && parseAddress(text)
            ? `Add the prefix length, for example ${text}/22.`
            : 'Write it as address/length, for example 172.29.236.0/22.',
      }
    }
  },
}

export const hostBits: Rule<Deployment> = {
  id: 'openstack_ansible/host-bits',
  severity: 'warning',
  summary: 'a network is written with the address of a host',
  help: 'A network starts at its first address. The inventory generator quietly takes the whole network around the address that is written; when a smaller network was meant, containers get addresses that belong to others.',
  example: { bad: EXAMPLE.replace('172.29.236.0/22', '172.29.237.0/22'), good: EXAMPLE },
  *check({ networks }) {
    for (const [name, { file, range, text = '' }] of networks) {
      const network = parseNetwork(text)
      const first = parseAddress(text.split('/')[0] ?? '')
      if (!network || first?.value === network.first.value) continue
      yield {
        file,
        range,
        message: `The network "${name}" is written as ${text}, which stands for ${writtenNetwork(text)}.`,
        help: `Write ${writtenNetwork(text)}, or the network that is meant.`,
      }
    }
  },
}

export const overlappingNetworks: Rule<Deployment> = {
  id: 'openstack_ansible/overlapping-networks',
  severity: 'warning',
  summary: 'two networks in cidr_networks overlap',
  help: 'Each network of cidr_networks is one of its own, on its own bridge. When two overlap, hosts and containers have two ways to the same address and answers go out by the wrong one.',
  example: {
    bad: EXAMPLE.replace('used_ips', '  storage: 172.29.239.0/24\nused_ips'),
    good: EXAMPLE.replace('used_ips', '  storage: 172.29.244.0/22\nused_ips'),
  },
  *check({ networks }) {
    const sorted = [...networks].flatMap(([name, at]): [string, Placed, AddressRange][] => {
      const range = parseNetwork(at.text ?? '')
      return range ? [[name, at, range]] : []
    })
    sorted.sort(
      ([, , a], [, , b]) => Number(a.first.value > b.first.value) - Number(a.first.value < b.first.value),
    )
    let widest: [string, Placed, AddressRange] | undefined
    for (const entry of sorted) {
      const [name, at, range] = entry
      if (widest && overlap(widest[2], range)) yield overlapping([name, at], [widest[0], widest[1]])
      if (!widest || range.last.value > widest[2].last.value || !overlap(widest[2], range)) widest = entry
    }
  },
}

function overlapping(one: [string, Placed], other: [string, Placed]): Problem {
  const isBelow = one[1].range.start.line >= other[1].range.start.line
  const [[name, at], [before, first]] = isBelow ? [one, other] : [other, one]
  return {
    file: at.file,
    range: at.range,
    message: `The network "${name}" (${at.text}) overlaps with "${before}" (${first.text}).`,
    help: 'Give each network addresses of its own.',
  }
}

export const unknownQueue: Rule<Deployment> = {
  id: 'openstack_ansible/unknown-queue',
  severity: 'error',
  summary: 'ip_from_q names a network that cidr_networks does not have',
  help: 'A provider network takes the addresses of its containers from the network that ip_from_q names; the inventory generator stops when there is none of that name.',
  example: { bad: EXAMPLE.replace('ip_from_q: management', 'ip_from_q: managment'), good: EXAMPLE },
  *check({ networks, providerNetworks }) {
    if (networks.size === 0) return
    for (const network of providerNetworks ?? []) {
      const queue = option(network, 'ip_from_q')
      if (!queue?.text || networks.has(queue.text) || isUnknown(queue.node)) continue
      const near = nearest(queue.text, networks.keys())
      yield {
        file: queue.file,
        range: queue.range,
        message: `There is no network "${queue.text}" in cidr_networks.`,
        help: near ? `Did you mean "${near}"?` : `It has: ${[...networks.keys()].join(', ')}.`,
      }
    }
  },
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
