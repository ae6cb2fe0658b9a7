import { evaluate, isTruthy, type Lookup, UNKNOWN, type Value } from './jinja.js'

const PART = /\{\{([\s\S]*?)\}\}|\{%-?\s*(if|elif|else|endif)\b([\s\S]*?)-?%\}/g
const MOST_PARTS = 100
const LONGEST = 2000

/** Renders a text with Jinja expressions and conditions; `UNKNOWN` when only a run of Ansible can tell the result. */
export function rendered(text: string, lookup: Lookup): Value {
  if (!text.includes('{{') && !text.includes('{%')) return text
  if (text.length > LONGEST || text.includes('{#')) return UNKNOWN
  const only = onlyExpression(text)
  return only === undefined ? joined(text, lookup) : evaluate(only, lookup)
}

/** The expression of a text that consists of a single `{{ }}`. */
function onlyExpression(text: string): string | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{{') || trimmed.indexOf('}}', 2) !== trimmed.length - 2) return undefined
  return trimmed.slice(2, -2)
}

/** One open `{% if %}`: whether a branch was taken before, and whether the current one is. */
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

/** @returns whether it is known which branch applies */
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
