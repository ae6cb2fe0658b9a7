import { effective, mayHaveMore, own, type ProxySection } from './section.js'
import type { Word } from './words.js'

const UNITS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

export interface Timeout {
  word: Word
  file: string
  /** In milliseconds. */
  value: number
}

/** A time in milliseconds, which is also the unit of a bare number; `undefined` when it is not a valid time. */
export function milliseconds(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,12})(us|ms|s|m|h|d)?$/.exec(text) ?? []
  if (digits === undefined) return undefined
  return Number(digits) * (UNITS[unit ?? 'ms'] ?? 1)
}

/** The timeout in effect; `unknown` when it depends on Jinja or on the environment. */
export function timeoutOf(proxy: ProxySection, name: string): Timeout | 'unknown' | undefined {
  const statement = effective(proxy, 'timeout', name).at(-1)
  if (!statement) return mayHaveMore(proxy) ? 'unknown' : undefined
  const word = statement.words[2]
  const value = word?.isKnown && statement.isCertain ? milliseconds(word.text) : undefined
  const owner = [proxy, ...proxy.defaults].find((section) => own(section, 'timeout', name).length > 0)
  return word && value !== undefined ? { word, file: owner?.file ?? proxy.file, value } : 'unknown'
}
