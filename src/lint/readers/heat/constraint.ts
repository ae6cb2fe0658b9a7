import { isIP } from 'node:net'
import {
  asScalar,
  asSequence,
  entriesOf,
  resolve,
  type YamlNode,
  type YamlScalar,
} from '../../../yaml/tree.js'
import type { PropertySchema } from '../../facts/heat.js'
import { matchesWhole, numberOf, pythonText, truthOf } from './python.js'

/** The constraints of a property or parameter on its value. */
export interface Limits extends Pick<PropertySchema, 'range' | 'length' | 'modulo' | 'pattern' | 'custom'> {
  type: PropertySchema['type']
  values?: readonly unknown[]
}

/**
 * The requirement that a literal value does not meet, as a verb phrase: `must be at least 1`. `undefined` when it meets
 * all of them, or when it is unknown offline.
 */
export function brokenLimit(limits: Limits, node: YamlNode): string | undefined {
  return brokenValues(limits, node) ?? brokenNumber(limits, node) ?? brokenText(limits, node)
}

function brokenValues({ type, values }: Limits, node: YamlNode): string | undefined {
  if (!values) return undefined
  const items = asSequence(node)?.items ?? [node]
  for (const item of items) {
    const scalar = asScalar(item)
    if (!scalar || scalar.value === null) continue
    const same = items.length > 1 || asSequence(node) ? sameValue : sameAs[type]
    if (!values.some((value) => same(scalar, value))) return `must be one of ${listed(values)}`
  }
  return undefined
}

function sameValue(scalar: YamlScalar, value: unknown): boolean {
  return scalar.value === value
}

/** Heat converts both sides to the type before it compares them. */
const sameAs: Readonly<Record<PropertySchema['type'], (scalar: YamlScalar, value: unknown) => boolean>> = {
  string: (scalar, value) => pythonText(scalar) === textOf(value),
  integer: sameNumber,
  number: sameNumber,
  boolean: (scalar, value) => truthOf(pythonText(scalar)) === truthOf(textOf(value)),
  map: sameValue,
  list: sameValue,
  any: sameValue,
}

function sameNumber(scalar: YamlScalar, value: unknown): boolean {
  const number = numberOf(scalar)
  return number === undefined || number === Number(value)
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}

/** A message lists at most twelve values. */
function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map((value) => (value === '' ? '""' : String(value)))
  return values.length > shown.length ? `${shown.join(', ')}…` : shown.join(', ')
}

function brokenNumber({ range, modulo, type }: Limits, node: YamlNode): string | undefined {
  if (!range && !modulo) return undefined
  const scalar = asScalar(node)
  const written = scalar && scalar.value !== null ? numberOf(scalar) : undefined
  if (written === undefined) return undefined
  const number = type === 'integer' ? Math.trunc(written) : written
  if (range && !within(number, range)) return `must be ${bounds(range)}`
  if (modulo) {
    const [step, offset] = modulo
    const rest = ((number % step) + step) % step
    if (step > 0 && rest !== offset)
      return offset === 0 ? `must be a multiple of ${step}` : `must be a multiple of ${step} plus ${offset}`
  }
  return undefined
}

function brokenText({ length, pattern, custom }: Limits, node: YamlNode): string | undefined {
  const size = sizeOf(node)
  if (length && size !== undefined && !within(size, length)) return `must have a length of ${bounds(length)}`
  const scalar = asScalar(node)
  if (!scalar || scalar.value === null) return undefined
  const text = pythonText(scalar)
  if (pattern !== undefined && matchesWhole(pattern, text) === false) return `must match ${pattern}`
  if (custom !== undefined && text !== '') return brokenFormat(custom, text)
  return undefined
}

function sizeOf(node: YamlNode): number | undefined {
  const found = resolve(node)
  if (found?.kind === 'sequence') return found.items.length
  if (found?.kind === 'mapping') return entriesOf(found).length
  // Python counts characters, not UTF-16 units
  return found && found.value !== null ? [...pythonText(found)].length : undefined
}

function within(number: number, [least, most]: readonly [number | null, number | null]): boolean {
  return number >= (least ?? Number.NEGATIVE_INFINITY) && number <= (most ?? Number.POSITIVE_INFINITY)
}

function bounds([least, most]: readonly [number | null, number | null]): string {
  if (most === null) return `at least ${least}`
  if (least === null) return `at most ${most}`
  return `${least} to ${most}`
}

/** Checks the formats that Heat itself checks; `custom` names others, which need a service. */
function brokenFormat(format: string, text: string): string | undefined {
  switch (format) {
    case 'ip_addr':
      return isAddress(text) ? undefined : 'must be an IP address'
    case 'net_cidr':
      return isNetwork(text) ? undefined : 'must be a network such as 192.0.2.0/24'
    case 'ip_or_cidr':
      return isAddress(text) || isNetwork(text) ? undefined : 'must be an IP address or a network'
    case 'mac_addr':
      return /^[0-9a-f]{2}([:-]?[0-9a-f]{2}){5}$|^([0-9a-f]{1,4}\.){2}[0-9a-f]{1,4}$|^([0-9a-f]{1,2}[:-]){5}[0-9a-f]{1,2}$/i.test(
        text,
      )
        ? undefined
        : 'must be a MAC address'
    default:
      return undefined
  }
}

function isAddress(text: string): boolean {
  return isIP(text) !== 0
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0 || prefix === undefined) return false
  if (family === 4 && isIP(prefix) === 4) return true // a netmask instead of a prefix length
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}
