import { asScalar, asSequence, type YamlNode } from '../../../../yaml/tree.js'
import { isTemplatedValue as isTemplated } from '../../../engine/definition.js'
import { type AddressRange, parseAddress } from '../../../readers/openstack_ansible/address.js'
import type { Placed } from '../../../readers/openstack_ansible/placed.js'

export type Entry = { range: AddressRange } | { problem: string; help: string } | 'templated'

export const FORM =
  'Write one address, or two with a comma between them, in quotes: "172.29.236.1,172.29.236.50".'

/** What one entry of used_ips reserves, as the generator reads it. */
export function readEntry(node: YamlNode): Entry {
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
