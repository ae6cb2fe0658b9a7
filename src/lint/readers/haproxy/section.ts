import type { Range } from '../../../yaml/source.js'
import type { Word } from './words.js'

/** One line of a section. */
export interface Statement {
  /** Without a `no` or `default` in front. */
  words: readonly Word[]
  /** Its first word. */
  keyword: Word
  negated: boolean
  /** Whether it is there, once, as it is written: no condition and no loop is around it. */
  isCertain: boolean
  /** Whether a loop writes it several times. */
  isRepeated: boolean
}

export interface Section {
  file: string
  /** `global`, `backend`… */
  kind: string
  keyword: Word
  name: Word | undefined
  /** The `defaults` section that it names. */
  from: Word | undefined
  statements: Statement[]
  /** By the first word. */
  index: Map<string, Statement[]>
  /** Whether some of its lines are only known to Jinja. */
  isOpaque: boolean
  isCertain: boolean
}

export function indexStatement({ index }: Section, statement: Statement): void {
  const list = index.get(statement.keyword.text)
  if (list) list.push(statement)
  else index.set(statement.keyword.text, [statement])
}

/** A frontend, a backend or both (`listen`), with the `defaults` that hold for it. */
export interface ProxySection extends Section {
  isFrontend: boolean
  isBackend: boolean
  /** The nearest first; empty when there are none, or when they stand in another file. */
  defaults: readonly Section[]
  /** Whether all that it inherits is known. */
  knowsDefaults: boolean
}

export interface LineProblem {
  file: string
  range: Range
}

const NONE: readonly Statement[] = []

/** The statements of this name that a section has itself; `second` is the word behind it, as in `timeout client`. */
export function own({ index }: Pick<Section, 'index'>, name: string, second?: string): readonly Statement[] {
  const found = index.get(name) ?? NONE
  if (second === undefined || found.length === 0) return found
  return found.filter(({ words }) => words[1]?.text === second)
}

/** The statements that hold: the section's own, otherwise those of the nearest `defaults` that has any. */
export function effective(proxy: ProxySection, name: string, second?: string): readonly Statement[] {
  const found = own(proxy, name, second)
  if (found.length > 0) return found
  for (const section of proxy.defaults) {
    const inherited = own(section, name, second)
    if (inherited.length > 0) return inherited
  }
  return NONE
}

/** Whether something that nobody can see may set it: Jinja, or `defaults` in another file. */
export function mayHoldMore(proxy: ProxySection): boolean {
  return !proxy.knowsDefaults || proxy.isOpaque || proxy.defaults.some(({ isOpaque }) => isOpaque)
}

/** `tcp` unless told otherwise; `undefined` when it is not known. */
export function modeOf(proxy: ProxySection): string | undefined {
  const statements = effective(proxy, 'mode')
  const word = statements.at(-1)?.words[1]
  if (word) return word.isKnown && statements.every(({ isCertain }) => isCertain) ? word.text : undefined
  return mayHoldMore(proxy) ? undefined : 'tcp'
}

/** A text in which what Jinja fills in is not shown as what stands for it. */
export function shown(text: string): string {
  return text.replace(/\uE000+/g, '…')
}

/** How people call a section: backend "keystone". */
export function titleOf({ kind, name }: Pick<Section, 'kind' | 'name'>): string {
  return name ? `${kind} "${shown(name.text)}"` : `section ${kind}`
}

/** The word for the condition in a statement, from `if` or `unless` on; empty without one. */
export function conditionOf({ words }: Statement): readonly Word[] {
  const at = words.findIndex(
    ({ text, isKnown }, index) => index > 0 && isKnown && (text === 'if' || text === 'unless'),
  )
  return at === -1 ? [] : words.slice(at + 1)
}
