import { asScalar, asSequence, type YamlNode } from '../../../../yaml/tree.js'
import { isTemplatedValue as isTemplated } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import { type AddressRange, overlap, parseAddress } from '../../../readers/openstack_ansible/address.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { networkRanges } from './network-rules.js'
import type { Placed } from '../../../readers/openstack_ansible/placed.js'

type Entry = { range: AddressRange } | { problem: string; help: string } | 'templated'

const MORE = 'used_ips: ["172.29.236.1,172.29.236.20"]\nimage_hosts:\n  infra1: { ip: 172.29.236.11 }\n'
const FORM = 'Write one address, or two with a comma between them, in quotes: "172.29.236.1,172.29.236.50".'

/** What one entry of used_ips reserves, as the generator reads it. */
function readEntry(node: YamlNode): Entry {
  const scalar = asScalar(node)
  if (typeof scalar?.value !== 'string') return { problem: 'This entry of used_ips is no text.', help: FORM }
  const { text } = scalar
  if (isTemplated(text)) return 'templated'
  const parts = text.split(',')
  const first = parseAddress(parts[0] ?? '')
  const last = parseAddress(parts.at(-1) ?? '')
  if (!first || !last || parts.length > 2) {
    const onlySpaced = parts.length <= 2 && parts.every((part) => parseAddress(part.trim()))
    return onlySpaced
      ? { problem: `"${text}" in used_ips holds spaces.`, help: `Write "${text.replace(/\s/g, '')}".` }
      : { problem: `"${text}" in used_ips is neither an address nor a range of two.`, help: FORM }
  }
  if (first.family !== last.family || first.value > last.value) {
    return {
      problem: `The range "${text}" in used_ips ends before it starts.`,
      help: 'Write the lower address first.',
    }
  }
  return { range: { first, last } }
}

/** The ranges that used_ips reserves; `unknown` when an entry is only filled in later. */
export function reservedRanges(usedIps: Placed | undefined): AddressRange[] | 'unknown' {
  const items = asSequence(usedIps?.node)?.items ?? []
  const entries = items.map(readEntry)
  if (entries.includes('templated') || isTemplated(usedIps?.text ?? '')) return 'unknown'
  return entries.flatMap((entry) => (typeof entry === 'object' && 'range' in entry ? [entry.range] : []))
}

export const usedIpsSyntax: Rule<Deployment> = {
  id: 'openstack_ansible/used-ips-syntax',
  severity: 'error',
  summary: 'an entry of used_ips reserves nothing',
  help: 'An entry is one address, or the first and the last of a range with a comma between them. The generator takes anything else for the name of an address that never occurs (a range with a dash, a network) or stops, and the addresses that were meant are given to containers.',
  example: {
    bad: EXAMPLE.replace('global_overrides', '  - "172.29.236.200-172.29.236.210"\nglobal_overrides'),
    good: EXAMPLE,
  },
  *check({ usedIps }) {
    if (!usedIps || asScalar(usedIps.node)?.value === null || isTemplated(usedIps.text ?? '')) return
    const { file } = usedIps
    const list = asSequence(usedIps.node)
    if (!list) {
      yield {
        file,
        range: usedIps.range,
        message: 'used_ips is no list, so it reserves nothing.',
        help: FORM,
      }
      return
    }
    for (const item of list.items) {
      const entry = readEntry(item)
      if (typeof entry === 'object' && 'problem' in entry) {
        yield { file, range: item.range, message: entry.problem, help: entry.help }
      }
    }
  },
}

export const usedIpsOutside: Rule<Deployment> = {
  id: 'openstack_ansible/used-ips-outside',
  severity: 'warning',
  summary: 'an entry of used_ips lies in no network',
  help: 'used_ips keeps addresses of cidr_networks from being given to containers; an entry that lies in none of the networks does nothing. Often the network was changed and the entry was not, so that the addresses which were meant are given away. When every network has entries of its own, it is only left over, and a notice.',
  example: {
    bad: EXAMPLE.replace('172.29.236.1,172.29.236.10', '172.92.236.1,172.92.236.10').replace('.9\n', '.11\n'),
    good: EXAMPLE,
  },
  *check(deployment) {
    const networks = [...networkRanges(deployment).values()]
    if (networks.length === 0 || networks.length < deployment.networks.size) return
    const items = asSequence(deployment.usedIps?.node)?.items ?? []
    const entries = items.flatMap((item): [YamlNode, AddressRange][] => {
      const entry = readEntry(item)
      return typeof entry === 'object' && 'range' in entry ? [[item, entry.range]] : []
    })
    const isLeftover = networks.every((network) => entries.some(([, range]) => overlap(network, range)))
    for (const [item, range] of entries) {
      if (networks.some((network) => overlap(network, range))) continue
      yield {
        file: deployment.usedIps?.file ?? '',
        range: item.range,
        message: `The entry "${asScalar(item)?.text}" of used_ips lies in none of the networks in cidr_networks.`,
        help: 'Correct the addresses, or remove the entry.',
        ...(isLeftover ? { severity: 'notice' as const } : {}),
      }
    }
  },
}

export const listReplaced: Rule<Deployment> = {
  id: 'openstack_ansible/list-replaced',
  severity: 'error',
  summary: 'a list stands in two files, and only one of them counts',
  help: 'The inventory generator merges openstack_user_config.yml and all of conf.d, but only mappings: of two lists the one that is read last counts as a whole, and the order of the files in conf.d is that of the file system. With used_ips in two files, addresses that one of them keeps are given to containers. Keep used_ips and provider_networks in one file.',
  example: {
    bad: { 'openstack_user_config.yml': EXAMPLE, 'conf.d/more.yml': MORE },
    good: {
      'openstack_user_config.yml': EXAMPLE,
      'conf.d/more.yml': MORE.replace(/used_ips[^_]*(?=image)/, ''),
    },
  },
  *check({ lists }) {
    const first = new Map<string, string>()
    for (const { name, file, range } of lists) {
      const before = first.get(name) ?? file
      first.set(name, before)
      if (before === file) continue
      yield {
        file,
        range,
        message: `${name} is also in ${before}: only one of the two lists counts.`,
        help: `Keep all of ${name} in one file.`,
      }
    }
  },
}
