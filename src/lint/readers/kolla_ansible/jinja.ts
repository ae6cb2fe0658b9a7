/** The result when only a run of Ansible can tell the value. */
export const UNKNOWN = Symbol('unknown')

/** A value of a Jinja expression. */
export type Value = string | number | boolean | null | readonly Value[] | typeof UNKNOWN

/** Returns the value of a variable. */
export type Lookup = (name: string) => Value

const LONGEST = 2000
const TOKEN =
  /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[|()[\],~<>.+-]))/y

/** Evaluates a Jinja expression that uses only variables, operators and the simplest filters. */
export function evaluate(expression: string, lookup: Lookup): Value {
  const tokens = tokensOf(expression)
  return tokens ? (new Expression(tokens, lookup).all() ?? UNKNOWN) : UNKNOWN
}

/** Ansible's filter `bool`: all texts but a few are false. */
export function asBool(value: Value): boolean | undefined {
  if (value === UNKNOWN || typeof value === 'boolean') return value === UNKNOWN ? undefined : value
  if (typeof value === 'string') return ['yes', 'on', '1', 'true'].includes(value.toLowerCase())
  return value === 1
}

/** Whether Jinja treats a value as true. */
export function isTruthy(value: Value): boolean | undefined {
  if (value === UNKNOWN) return undefined
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** Tokens by expression: every cloud evaluates the same defaults. */
const split = new Map<string, readonly string[]>()
const MOST_SPLIT = 10_000

function tokensOf(expression: string): readonly string[] | undefined {
  const known = split.get(expression)
  if (known) return known
  if (expression.length > LONGEST) return undefined
  const text = expression.trim()
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text)
    if (!found) return undefined
    tokens.push(found[0].trim())
  }
  if (split.size < MOST_SPLIT) split.set(expression, tokens)
  return tokens
}

const OPERATORS = ['==', '!=', 'in'] as const

/** A recursive descent parser. It returns `undefined` for syntax that it does not support. */
class Expression {
  private at = 0
  private depth = 0

  constructor(
    private readonly tokens: readonly string[],
    private readonly lookup: Lookup,
  ) {}

  all(): Value | undefined {
    const value = this.choice()
    return this.at === this.tokens.length ? value : undefined
  }

  private take(expected: string): boolean {
    if (this.tokens[this.at] !== expected) return false
    this.at++
    return true
  }

  private choice(): Value | undefined {
    if (++this.depth > 50) return undefined
    const value = this.either()
    if (value === undefined || !this.take('if')) return value
    const condition = this.either()
    const other = this.take('else') ? this.choice() : UNKNOWN
    if (condition === undefined || other === undefined) return undefined
    const isMet = isTruthy(condition)
    if (isMet === undefined) return UNKNOWN
    return isMet ? value : other
  }

  private either(): Value | undefined {
    let value = this.both()
    while (value !== undefined && this.take('or')) {
      const other = this.both()
      if (other === undefined) return undefined
      const [left, right] = [isTruthy(value), isTruthy(other)]
      if (left === true) continue
      if (left === false) value = other
      else value = right === true ? true : UNKNOWN
    }
    return value
  }

  private both(): Value | undefined {
    let value = this.negation()
    while (value !== undefined && this.take('and')) {
      const other = this.negation()
      if (other === undefined) return undefined
      const [left, right] = [isTruthy(value), isTruthy(other)]
      if (left === false) continue
      if (left === true) value = other
      else value = right === false ? false : UNKNOWN
    }
    return value
  }

  private negation(): Value | undefined {
    if (!this.take('not')) return this.comparison()
    const value = this.negation()
    if (value === undefined) return undefined
    const truth = isTruthy(value)
    return truth === undefined ? UNKNOWN : !truth
  }

  private comparison(): Value | undefined {
    const left = this.joined()
    const isNegated = this.take('not')
    const operator = OPERATORS.find((sign) => this.take(sign))
    if (left === undefined || operator === undefined) return isNegated ? undefined : left
    const right = this.joined()
    if (right === undefined) return undefined
    if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN
    if (operator === '==') return left === right
    if (operator === '!=') return left !== right
    const found = isIn(left, right)
    return found === undefined ? UNKNOWN : found !== isNegated
  }

  private joined(): Value | undefined {
    let value = this.filtered()
    while (value !== undefined && this.take('~')) {
      const other = this.filtered()
      if (other === undefined) return undefined
      value = value === UNKNOWN || other === UNKNOWN ? UNKNOWN : `${String(value)}${String(other)}`
    }
    return value
  }

  private filtered(): Value | undefined {
    let value = this.primary()
    while (value !== undefined && this.take('|')) {
      const name = this.tokens[this.at++]
      if (this.take('(')) return undefined
      value = applied(name, value)
    }
    return value
  }

  private primary(): Value | undefined {
    const token = this.tokens[this.at++]
    if (token === undefined) return undefined
    if (token === '(') {
      const value = this.choice()
      return this.take(')') ? value : undefined
    }
    if (token === '[') return this.list()
    if (/^['"]/.test(token)) return token.slice(1, -1)
    if (/^\d/.test(token)) return Number(token)
    if (/^(true|false)$/i.test(token)) return token.toLowerCase() === 'true'
    if (!/^[A-Za-z_]/.test(token)) return undefined
    // attributes, subscripts and calls need facts of hosts
    return ['.', '[', '('].some((sign) => this.take(sign)) ? undefined : this.lookup(token)
  }

  private list(): Value | undefined {
    const items: Value[] = []
    while (!this.take(']')) {
      const item = this.choice()
      if (item === undefined) return undefined
      items.push(item)
      if (!this.take(',') && this.tokens[this.at] !== ']') return undefined
    }
    return items
  }
}

function applied(filter: string | undefined, value: Value): Value {
  if (value === UNKNOWN) return UNKNOWN
  if (filter === 'bool') return asBool(value) ?? UNKNOWN
  if (filter === 'int' && (typeof value === 'number' || typeof value === 'string')) return Number(value) || 0
  if (typeof value !== 'string') return UNKNOWN
  if (filter === 'lower') return value.toLowerCase()
  if (filter === 'trim') return value.trim()
  return UNKNOWN
}

function isIn(value: Value, whole: Value): boolean | undefined {
  if (typeof whole === 'string' && typeof value === 'string') return whole.includes(value)
  if (!Array.isArray(whole)) return undefined
  return whole.includes(value) || (whole.includes(UNKNOWN) ? undefined : false)
}
