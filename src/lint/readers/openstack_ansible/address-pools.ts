import { asScalar, asSequence, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { type AddressRange, contains, parseAddress, parseNetwork } from './address.js'
import type { OpenstackAnsibleConfig } from './config.js'
import { hostAddresses } from './inventory.js'
import type { Placed } from './placed.js'
import { isManagement, option } from './provider-network.js'

/** The ranges of the networks in cidr_networks that can be read. */
export function networkRanges({
  networks,
}: Pick<OpenstackAnsibleConfig, 'networks'>): Map<string, AddressRange> {
  const ranges = new Map<string, AddressRange>()
  for (const [name, { text = '' }] of networks) {
    const range = parseNetwork(text)
    if (range) ranges.set(name, range)
  }
  return ranges
}

/** The networks in cidr_networks that the inventory generator uses for management. */
export function managementNetworks({ networks, providerNetworks }: OpenstackAnsibleConfig): Set<string> {
  const names = ['container', 'management'].filter((name) => networks.has(name))
  for (const network of providerNetworks ?? []) {
    const pool = option(network, 'ip_from_q')?.text
    const prefix = option(network, 'address_prefix')?.text ?? ''
    const manages = isManagement(network) !== false || ['container', 'management'].includes(prefix)
    if (pool !== undefined && networks.has(pool) && manages) names.push(pool)
  }
  return new Set(names)
}

export const USED_IPS_FORM =
  'Write one address, or the first and the last of a range in quotes: "172.29.236.1,172.29.236.50".'

/** An entry of used_ips: the addresses that it reserves, or why it reserves none. */
export type UsedIps = { range: AddressRange } | { problem: string; help: string } | 'templated'

/** Read an entry of used_ips as the inventory generator does. */
export function readUsedIps(node: YamlNode): UsedIps {
  const scalar = asScalar(node)
  if (typeof scalar?.value !== 'string') {
    return { problem: 'This entry of used_ips is not a string.', help: USED_IPS_FORM }
  }
  const { text } = scalar
  if (isTemplatedValue(text)) return 'templated'
  const parts = text.split(',')
  const first = parseAddress(parts[0] ?? '')
  const last = parseAddress(parts.at(-1) ?? '')
  if (!first || !last || parts.length > 2) {
    const onlySpaced = parts.length <= 2 && parts.every((part) => parseAddress(part.trim()))
    return onlySpaced
      ? { problem: `"${text}" in used_ips contains spaces.`, help: `Write "${text.replace(/\s/g, '')}".` }
      : { problem: `"${text}" in used_ips is neither an address nor a range.`, help: USED_IPS_FORM }
  }
  if (first.family !== last.family || first.value > last.value) {
    return {
      problem: `The range "${text}" in used_ips ends before it starts.`,
      help: 'Write the lower address first.',
    }
  }
  return { range: { first, last } }
}

/** The ranges that used_ips reserves; `unknown` when a part of it is templated. */
export function reservedRanges(usedIps: Placed | undefined): AddressRange[] | 'unknown' {
  const items = asSequence(usedIps?.node)?.items ?? []
  const entries = items.map(readUsedIps)
  if (entries.includes('templated') || isTemplatedValue(usedIps?.text ?? '')) return 'unknown'
  return entries.flatMap((entry) => (typeof entry === 'object' && 'range' in entry ? [entry.range] : []))
}

/** The network from which a container may get this address, when nothing reserves it. */
export type PoolOf = (address: string) => string | undefined

export function unreservedPools(config: OpenstackAnsibleConfig): PoolOf {
  const reserved = reservedRanges(config.usedIps)
  if (config.noContainers || reserved === 'unknown') return () => undefined
  const pools = new Set((config.providerNetworks ?? []).map((network) => option(network, 'ip_from_q')?.text))
  const ranges = [...networkRanges(config)].filter(([name]) => pools.has(name))
  const hosts = new Set(hostAddresses(config).map(({ ip }) => ip.text))
  return (text) => {
    const address = parseAddress(text)
    if (!address || hosts.has(text) || reserved.some((used) => contains(used, address))) return undefined
    return ranges.find(([, range]) => contains(range, address) && !isEdge(range, address.value))?.[0]
  }
}

/** The generator never uses the first and the last address of a network. */
function isEdge({ first, last }: AddressRange, value: bigint): boolean {
  return value === first.value || value === last.value
}
