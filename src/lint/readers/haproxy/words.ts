import type { Range } from '../../../yaml/source.js'
import { PLACEHOLDER } from '../../engine/definition.js'

/** One argument of a line, without quotes and escapes. There are many, so the range is computed on demand. */
export class Word {
  constructor(
    readonly text: string,
    /** Whether the text is exactly what HAProxy sees: it contains neither an environment variable nor Jinja. */
    readonly isKnown: boolean,
    readonly line: number,
    /** Offset in the line. */
    readonly from: number,
    private readonly to: number,
  ) {}

  /** Quotes included. */
  get range(): Range {
    return rangeOf(this.line, this.from, this.to)
  }
}

export interface Words {
  words: Word[]
  /** The place of a quote that is not closed. */
  openQuote: Range | undefined
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
/** The characters that a backslash escapes inside double quotes. */
const ESCAPED_IN_QUOTES = new Set(['"', '\\', '$'])

/** Split a line into its arguments as HAProxy does: with quotes, escapes, and `#`, which ends the line anywhere. */
export function wordsOf(text: string, line: number): Words {
  const words: Word[] = []
  let at = 0
  for (;;) {
    while (at < text.length && isSpace(text.charAt(at))) at++
    if (at >= text.length || text.charAt(at) === '#') return { words, openQuote: undefined }
    const word = readPlainWord(text, at) ?? readWord(text, at)
    if (word.openQuote !== undefined)
      return { words, openQuote: rangeOf(line, word.openQuote, word.openQuote + 1) }
    const isKnown = !word.hasVariable && !word.text.includes(PLACEHOLDER)
    words.push(new Word(word.text, isKnown, line, at, word.end))
    at = word.end
  }
}

interface Scanned {
  text: string
  end: number
  hasVariable: boolean
  openQuote?: number
}

const PLAIN = /[^ \t\r\v\f#"'\\]+/y

/** The fast path: most words have neither quotes nor escapes. */
function readPlainWord(text: string, start: number): Scanned | undefined {
  PLAIN.lastIndex = start
  if (!PLAIN.test(text)) return undefined
  const end = PLAIN.lastIndex
  const next = text.charAt(end)
  if (next === '"' || next === "'" || next === '\\') return undefined
  return { text: text.slice(start, end), end, hasVariable: false }
}

function readWord(text: string, start: number): Scanned {
  let read = ''
  let quote = ''
  let opened = start
  let hasVariable = false
  let at = start
  for (; at < text.length; at++) {
    const character = text.charAt(at)
    if (quote === '' && (isSpace(character) || character === '#')) break
    if (character === quote) quote = ''
    else if (quote === '' && (character === '"' || character === "'")) [quote, opened] = [character, at]
    else if (character === '\\' && quote !== "'" && at + 1 < text.length) {
      read += unescaped(text.charAt(at + 1), quote)
      at++
    } else {
      if (character === '$' && quote === '"') hasVariable = true
      read += character
    }
  }
  const scanned = { text: read, end: at, hasVariable }
  return quote === '' ? scanned : { ...scanned, openQuote: opened }
}

function unescaped(character: string, quote: string): string {
  if (quote === '"') return ESCAPED_IN_QUOTES.has(character) ? character : `\\${character}`
  return Object.hasOwn(ESCAPED, character) ? (ESCAPED[character] ?? '') : character
}

function isSpace(character: string): boolean {
  return (
    character === ' ' || character === '\t' || character === '\r' || character === '\v' || character === '\f'
  )
}

function rangeOf(line: number, start: number, end: number): Range {
  return { start: { line, column: start + 1 }, end: { line, column: end + 1 } }
}
