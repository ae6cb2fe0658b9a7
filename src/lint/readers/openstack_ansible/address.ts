import { isIP } from 'node:net'

/** An IP address as a number. Only compare addresses of the same family. */
export interface Address {
  family: 4 | 6
  value: bigint
}

/** All addresses from the first to the last, inclusive. */
export interface AddressRange {
  first: Address
  last: Address
}

/** `undefined` for anything but an exact address; surrounding spaces are not allowed. */
export function parseAddress(text: string): Address | undefined {
  const family = isIP(text)
  if (family === 4) return { family: 4, value: bigOf(text.split('.').map(Number), 8n) }
  if (family === 6 && !text.includes('%')) return { family: 6, value: bigOf(groupsOf(text), 16n) }
  return undefined
}

function bigOf(parts: readonly number[], bits: bigint): bigint {
  return parts.reduce((value, part) => (value << bits) | BigInt(part), 0n)
}

function groupsOf(text: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)
  if (dotted) {
    const [, head = '', ...octets] = dotted
    const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number)
    return groupsOf(`${head}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`)
  }
  const [left = '', right] = text.split('::')
  const parse = (half: string) =>
    half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))
  const [head, tail] = [parse(left), parse(right ?? '')]
  return right === undefined ? head : [...head, ...Array(8 - head.length - tail.length).fill(0), ...tail]
}

/**
 * The addresses of a network in CIDR notation, with a prefix length or (for IPv4) a netmask. Host bits may be set, because
 * openstack-ansible accepts them.
 */
export function parseNetwork(text: string): AddressRange | undefined {
  const [base = '', suffix = '', ...rest] = text.split('/')
  const address = parseAddress(base)
  if (!address || rest.length > 0) return undefined
  const bits = address.family === 4 ? 32 : 128
  const length = /^\d{1,3}$/.test(suffix) ? Number(suffix) : maskLength(suffix, address.family)
  if (length === undefined || length > bits) return undefined
  const hostBits = BigInt(bits - length)
  const first = (address.value >> hostBits) << hostBits
  const last = first + (1n << hostBits) - 1n
  return { first: { ...address, value: first }, last: { ...address, value: last } }
}

/** The prefix length of a netmask such as 255.255.252.0. */
function maskLength(text: string, family: 4 | 6): number | undefined {
  const mask = family === 4 ? parseAddress(text) : undefined
  const ones = mask && /^(1*)0*$/.exec(mask.value.toString(2).padStart(32, '0'))?.[1]
  return ones?.length
}

export function contains(range: AddressRange, { family, value }: Address): boolean {
  return range.first.family === family && range.first.value <= value && value <= range.last.value
}

/** Whether two ranges have an address in common. */
export function overlap(a: AddressRange, b: AddressRange): boolean {
  return a.first.family === b.first.family && a.first.value <= b.last.value && b.first.value <= a.last.value
}

/** A network that {@link parseNetwork} reads, written without host bits. */
export function writtenNetwork(text: string): string {
  const first = parseNetwork(text)?.first
  return `${first ? written(first) : ''}/${text.split('/')[1] ?? ''}`
}

function written({ family, value }: Address): string {
  const [count, bits, radix, separator] = family === 4 ? [4, 8n, 10, '.'] : [8, 16n, 16, ':']
  const parts = Array.from({ length: count }, (_, index) => {
    const shift = BigInt(count - 1 - index) * bits
    return ((value >> shift) & ((1n << bits) - 1n)).toString(radix)
  })
  return parts.join(separator).replace(/(?:(?:^|:)0){2,}(?::|$)/, '::')
}
