import type { YamlScalar } from '../../../yaml/tree.js'

/** A scalar as Python's `str()` writes it. */
export function pythonText({ value, text }: YamlScalar): string {
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (value === null) return 'None'
  if (typeof value === 'number') return isFloat(text) ? text : String(value)
  return value
}

/** Whether YAML 1.1 reads a number as a float. */
export function isFloat(text: string): boolean {
  return /^[-+]?[\d_.]*\.|[.](?:inf|nan)$/i.test(text)
}

/** Whether Python's `int(text)` accepts the text. */
export function isIntegerText(text: string): boolean {
  return /^[-+]?\d+(?:_\d+)*$/.test(text.trim())
}

/** Whether Python's `float(text)` accepts the text. */
export function isNumberText(text: string): boolean {
  return /^[-+]?(?:\d[\d_]*\.?[\d_]*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/i.test(text.trim())
}

/** A scalar as a number; `undefined` when Python cannot convert it. */
export function numberOf(scalar: YamlScalar): number | undefined {
  const { value } = scalar
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string' || !isNumberText(value)) return undefined
  const number = Number(value.trim().replaceAll('_', ''))
  return Number.isNaN(number) ? undefined : number
}

const TRUE_WORDS: ReadonlySet<string> = new Set(['1', 't', 'true', 'on', 'y', 'yes'])
const FALSE_WORDS: ReadonlySet<string> = new Set(['0', 'f', 'false', 'off', 'n', 'no'])

/** A text as a boolean, as oslo.utils' strict `bool_from_string` reads it; `undefined` when it is not one. */
export function truthOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (TRUE_WORDS.has(word)) return true
  return FALSE_WORDS.has(word) ? false : undefined
}

const MAX_PATTERN = 1000
/** The most steps of a search, roughly: a template can have many patterns. */
const MAX_STEPS = 100_000
/** Syntax that JavaScript reads differently from Python, or rejects. */
const FOREIGN = /\(\?[^:=!]|\\[AZaeghklmpqyzGHKQEUXpPNR]|\[\^?\]|\[\[:|[*+?}]\+|\{,|(?<!\\)\$[^)|]/

/**
 * Whether a whole text matches a Python pattern, as Heat checks `allowed_pattern`.
 *
 * @returns `undefined` when it is unknown: the pattern has another meaning in JavaScript, or the search could take too
 *   long
 */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  if (pattern.length > MAX_PATTERN || FOREIGN.test(pattern)) return undefined
  if (stepsOf(pattern, text.length) > MAX_STEPS) return undefined
  try {
    // Heat compares the length of the first match with the length of the text
    const found = new RegExp(pattern, 'y').exec(text)
    return found !== null && found[0].length === text.length
  } catch {
    return undefined
  }
}

/**
 * An upper bound for the steps of a search in a text of the given length. An unlimited repetition of a group that itself
 * repeats or branches has no bound; every other unlimited repetition multiplies the steps by the length.
 */
function stepsOf(pattern: string, length: number): number {
  const bare = pattern
    .replace(/\\./g, 'a')
    .replace(/\[[^\]]*\]/g, 'a')
    .replace(/\(\?[:=!]/g, '(')
  let steps = Math.max(length, 1) ** (bare.match(/[*+]|\{\d*,\}/g) ?? []).length
  const open = [{ varies: false }]
  for (let at = 0; at < bare.length; at++) {
    const letter = bare[at]
    const inner = open.at(-1)
    if (letter === '(') open.push({ varies: false })
    else if (letter === ')') {
      const group = open.length > 1 ? open.pop() : undefined
      const most = mostRepeats(bare, at + 1)
      if (group?.varies) steps *= 2 ** most
      const outer = open.at(-1)
      if (outer && (group?.varies || most > 1)) outer.varies = true
    } else if (inner && letter !== undefined && '|*+?{'.includes(letter)) inner.varies = true
  }
  return steps
}

/** How often the quantifier at this position can repeat the group before it. */
function mostRepeats(pattern: string, at: number): number {
  const letter = pattern[at]
  if (letter === '*' || letter === '+') return Number.POSITIVE_INFINITY
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(pattern.slice(at, at + 12)) ?? []
  if (least === undefined) return 1
  return most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least)
}
