import { evaluate, isTruthy, type Lookup, UNKNOWN, type Value } from './jinja.js'

const PART = /\{\{([\s\S]*?)\}\}|\{%-?\s*(if|elif|else|endif)\b([\s\S]*?)-?%\}/g
const MOST_PARTS = 100
const LONGEST = 2000

/** The value of a text that may hold Jinja expressions and conditions, as far as it can be known. */
export function rendered(text: string, lookup: Lookup): Value {
  if (!text.includes('{{') && !text.includes('{%')) return text
  if (text.length > LONGEST || text.includes('{#')) return UNKNOWN
  const only = onlyExpression(text)
  return only === undefined ? joined(text, lookup) : evaluate(only, lookup)
}

/** What stands in the braces of a text that is one expression and nothing else. */
function onlyExpression(text: string): string | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{{') || trimmed.indexOf('}}', 2) !== trimmed.length - 2) return undefined
  return trimmed.slice(2, -2)
}

/** One `{% if %}`: whether an arm of it was taken, and whether the one at hand is. */
interface Condition {
  wasTaken: boolean
  isTaken: boolean
}

function joined(text: string, lookup: Lookup): Value {
  const conditions: Condition[] = []
  const isShown = () => conditions.every(({ isTaken }) => isTaken)
  let result = ''
  let at = 0
  let parts = 0
  for (const { 0: written, 1: expression, 2: keyword, 3: condition = '', index } of text.matchAll(PART)) {
    const between = text.slice(at, index)
    if (between.includes('{%') || ++parts > MOST_PARTS) return UNKNOWN
    if (isShown()) result += between
    at = index + written.length
    if (expression !== undefined) {
      const value = isShown() ? evaluate(expression, lookup) : ''
      if (typeof value !== 'string' && typeof value !== 'number') return UNKNOWN
      result += String(value)
    } else if (!entered(keyword, condition, conditions, lookup)) return UNKNOWN
  }
  const rest = text.slice(at)
  return rest.includes('{%') || conditions.length > 0 ? UNKNOWN : result + rest
}

/** @returns whether it is known which arm counts */
function entered(
  keyword: string | undefined,
  written: string,
  conditions: Condition[],
  lookup: Lookup,
): boolean {
  if (keyword === 'if') {
    const isMet = isTruthy(evaluate(written, lookup))
    if (isMet === undefined) return false
    conditions.push({ wasTaken: isMet, isTaken: isMet })
    return true
  }
  if (keyword === 'endif') return conditions.pop() !== undefined
  const condition = conditions.at(-1)
  if (!condition) return false
  const isMet = keyword === 'else' ? true : isTruthy(evaluate(written, lookup))
  if (isMet === undefined) return false
  condition.isTaken = !condition.wasTaken && isMet
  condition.wasTaken ||= isMet
  return true
}
