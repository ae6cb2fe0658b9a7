import type { YamlScalar } from '../../../yaml/tree.js'

/** How Python writes a scalar as text. */
export function pythonText({ value, text }: YamlScalar): string {
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (value === null) return 'None'
  if (typeof value === 'number') return isFloat(text) ? text : String(value)
  return value
}

/** Whether a number is written as a float, as YAML 1.1 reads it. */
export function isFloat(text: string): boolean {
  return /^[-+]?[\d_.]*\.|[.](?:inf|nan)$/i.test(text)
}

/** What `int(text)` takes. */
export function isIntegerText(text: string): boolean {
  return /^[-+]?\d+(?:_\d+)*$/.test(text.trim())
}

/** What `float(text)` takes. */
export function isNumberText(text: string): boolean {
  return /^[-+]?(?:\d[\d_]*\.?[\d_]*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/i.test(text.trim())
}

/** `undefined` when it is no number in Python either. */
export function numberOf(scalar: YamlScalar): number | undefined {
  const { value } = scalar
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string' || !isNumberText(value)) return undefined
  const number = Number(value.trim().replaceAll('_', ''))
  return Number.isNaN(number) ? undefined : number
}

/** What Heat's strict reading of truth values takes. */
const TRUTH_WORDS: ReadonlySet<string> = new Set([
  '1',
  't',
  'true',
  'on',
  'y',
  'yes',
  '0',
  'f',
  'false',
  'off',
  'n',
  'no',
])

/** `undefined` when a text is no truth value. */
export function truthOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (!TRUTH_WORDS.has(word)) return undefined
  return ['1', 't', 'true', 'on', 'y', 'yes'].includes(word)
}
