import { isIPv4, isIPv6 } from 'node:net'

/** The type of an option, as in `oslo_config.types`. `other` is a type that a service defines itself, with unknown rules. */
export interface OptionType {
  kind:
    | 'string'
    | 'boolean'
    | 'integer'
    | 'float'
    | 'list'
    | 'dict'
    | 'ip'
    | 'hostname'
    | 'host'
    | 'domain'
    | 'uri'
    | 'range'
    | 'other'
  choices?: readonly (string | number | null)[]
  regex?: string
  ignoreCase?: true
  quotes?: true
  maxLength?: number
  /** Whether a list or a mapping is written in brackets. */
  bounds?: true
  min?: number
  max?: number
  version?: 4 | 6
  schemes?: readonly string[]
  /** The type of a list's items or a mapping's values. */
  item?: OptionType
}

/** Why oslo.config refuses a value. */
export interface Refusal {
  /** The end of a sentence that starts with the value: `is not an integer`. */
  why: string
  /** Whether it violates choices or bounds, which differ between releases. */
  isBound?: true
}

type Check = (type: OptionType, value: string) => Refusal | undefined

/** Longer values are not checked: the cost of checking a list grows with the square of its length. */
const MAX_LENGTH = 4000

/** Why oslo.config refuses a value; `undefined` when it accepts it, or when that is unknown. */
export function refusal(type: OptionType, value: string): Refusal | undefined {
  return value.length > MAX_LENGTH ? undefined : CHECKS[type.kind](type, value)
}

const BOOLEANS = new Set(['true', '1', 'on', 'yes', 'false', '0', 'off', 'no'])

const CHECKS: Readonly<Record<OptionType['kind'], Check>> = {
  string,
  boolean: (_, value) =>
    BOOLEANS.has(value.toLowerCase())
      ? undefined
      : { why: 'is not a boolean (true, false, yes, no, on, off, 1 or 0)' },
  integer: (type, value) => number(type, value, /^[+-]?\d+(?:_\d+)*$/, 'an integer'),
  float: (type, value) =>
    number(type, value, /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i, 'a number'),
  list,
  dict,
  ip: ({ version }, value) =>
    isIp(value, version) ? undefined : { why: `is not a valid ${ipName(version)} address` },
  hostname: (_, value) => (isHostname(value, LABEL) ? undefined : { why: 'is not a valid host name' }),
  host: ({ version }, value) =>
    isIp(value, version) || isHostname(value, LABEL)
      ? undefined
      : { why: 'is not a valid IP address or host name' },
  domain: ({ version }, value) =>
    isIp(value, version) || isHostname(value, LABEL) || isHostname(value, DOMAIN_LABEL)
      ? undefined
      : { why: 'is not a valid IP address or host name' },
  uri,
  range,
  other: () => undefined,
}

function string(type: OptionType, written: string): Refusal | undefined {
  const { choices, ignoreCase, maxLength } = type
  let value = written
  if (type.quotes && /^["']/.test(value)) {
    if (value.length === 1 || value.at(-1) !== value.at(0)) return { why: 'has an unclosed quote' }
    value = value.slice(1, -1)
  }
  if (maxLength !== undefined && value.length > maxLength) {
    return { why: `is longer than ${maxLength} characters`, isBound: true }
  }
  if (type.regex !== undefined && !matches(type.regex, ignoreCase, value)) {
    return { why: `does not match ${type.regex}`, isBound: true }
  }
  if (!choices) return undefined
  const isSame = (choice: unknown) =>
    ignoreCase ? String(choice).toLowerCase() === value.toLowerCase() : choice === value
  return choices.some(isSame)
    ? undefined
    : { why: `is not one of its choices: ${listed(choices)}`, isBound: true }
}

/** `true` also for a pattern that JavaScript may read differently from Python. */
function matches(pattern: string, ignoreCase: true | undefined, value: string): boolean {
  if (/\(\?[^:=!]|\\[AZ]/.test(pattern) || /[^ -~]/.test(value)) return true
  try {
    return new RegExp(pattern, ignoreCase ? 'i' : '').test(value)
  } catch {
    return true
  }
}

function number(type: OptionType, written: string, form: RegExp, name: string): Refusal | undefined {
  const text = written.trim()
  if (text === '') return undefined
  if (!form.test(text)) return { why: `is not ${name}` }
  const value = numberOf(text)
  const { choices, min, max } = type
  if (choices) {
    return choices.includes(value)
      ? undefined
      : { why: `is not one of its choices: ${listed(choices)}`, isBound: true }
  }
  if (min !== undefined && value < min) return { why: `is less than ${min}`, isBound: true }
  if (max !== undefined && value > max) return { why: `is more than ${max}`, isBound: true }
  return undefined
}

function numberOf(text: string): number {
  const infinite = /^([+-]?)inf/i.exec(text)
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity
  return Number(text.replaceAll('_', ''))
}

function list({ bounds, item }: OptionType, written: string): Refusal | undefined {
  let text = written.trim().replace(/,+$/, '')
  if (bounds) {
    if (!text.startsWith('[') || !text.endsWith(']')) return { why: 'is not in square brackets' }
    text = text.slice(1, -1)
  }
  return text === '' || !item ? undefined : inParts(text, (part) => refusal(item, part.trim()))
}

function dict({ bounds, item }: OptionType, written: string): Refusal | undefined {
  let text = written.trim()
  if (bounds) {
    if (!text.startsWith('{') || !text.endsWith('}')) return { why: 'is not in braces' }
    text = text.slice(1, -1)
  }
  if (text === '') return undefined
  const seen = new Set<string>()
  return inParts(text, (part) => {
    const colon = part.indexOf(':')
    if (colon === -1) return { why: 'is not a list of name:value pairs separated by commas' }
    const refused = item && refusal(item, part.slice(colon + 1).trim())
    if (refused) return refused
    const key = part.slice(0, colon).trim()
    if (key === '') return { why: 'has a pair without a name' }
    if (seen.has(key)) return { why: `has the name "${key}" twice` }
    seen.add(key)
    return undefined
  })
}

/** Items may contain commas: like oslo.config, join parts until they form a valid item. */
function inParts(text: string, check: (part: string) => Refusal | undefined): Refusal | undefined {
  const parts = text.split(',')
  let part: string | undefined
  let refused: Refusal | undefined
  for (const next of parts) {
    part = part === undefined ? next : `${part},${next}`
    refused = check(part)
    if (!refused) part = undefined
  }
  return part === undefined ? undefined : refused
}

function isIp(value: string, version: 4 | 6 | undefined): boolean {
  return (version !== 6 && isIPv4(value)) || (version !== 4 && isIPv6(value) && !value.includes('%'))
}

function ipName(version: 4 | 6 | undefined): string {
  return version === undefined ? 'IP' : `IPv${version}`
}

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i
const DOMAIN_LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i

function isHostname(value: string, label: RegExp): boolean {
  if (value === '' || value.length > 253) return false
  const labels = value.replace(/\.$/, '').split('.')
  return /[a-z-]/i.test(labels.at(-1) ?? '') && labels.every((part) => label.test(part))
}

function uri({ schemes, maxLength }: OptionType, value: string): Refusal | undefined {
  const [, scheme, authority] = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?/.exec(value) ?? []
  const host = authority?.replace(/^.*@/, '').replace(/:\d*$/, '')
  if (scheme === undefined || !/^[a-z][a-z0-9+.-]*$/i.test(scheme))
    return { why: 'is not a URL with a scheme' }
  if (!host) return { why: 'is not a URL with a host' }
  if (schemes && !schemes.includes(scheme.toLowerCase())) {
    return { why: `does not have one of the schemes ${schemes.join(', ')}`, isBound: true }
  }
  if (maxLength !== undefined && value.length > maxLength) {
    return { why: `is longer than ${maxLength} characters`, isBound: true }
  }
  return undefined
}

function range({ min, max }: OptionType, value: string): Refusal | undefined {
  const [, first, second] = /^(0|-?[1-9]\d*)(?:-(0|-?[1-9]\d*))?$/.exec(value) ?? []
  if (first === undefined) return { why: 'is not a range of integers such as 1-5' }
  const ends = [Number(first), Number(second ?? first)]
  if (min !== undefined && Math.min(...ends) < min) return { why: `starts below ${min}`, isBound: true }
  if (max !== undefined && Math.max(...ends) > max) return { why: `ends above ${max}`, isBound: true }
  return undefined
}

function listed(choices: readonly (string | number | null)[]): string {
  return choices.map((choice) => (choice === '' ? '""' : String(choice))).join(', ')
}
