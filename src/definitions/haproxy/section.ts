import type { Range } from '../../yaml/source.js'
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
  /** By the first word, and for `option x`, `timeout x`, `stats x`, `http-check x` by the first two. */
  index: Map<string, Statement[]>
  /** Whether some of its lines are only known to Jinja. */
  isOpaque: boolean
  isCertain: boolean
}

const WITH_SECOND_WORD = new Set(['option', 'timeout', 'stats', 'http-check', 'stick', 'log'])

export function indexStatement({ index }: Section, statement: Statement): void {
  const { keyword, words } = statement
  const keys = [keyword.text]
  if (WITH_SECOND_WORD.has(keyword.text) && words[1]) keys.push(`${keyword.text} ${words[1].text}`)
  for (const key of keys) {
    const list = index.get(key)
    if (list) list.push(statement)
    else index.set(key, [statement])
  }
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

/** The statements of this name that a section has itself. */
export function own(section: Section, name: string): readonly Statement[] {
  return section.index.get(name) ?? []
}

/** The statements that hold: the section's own, otherwise those of the nearest `defaults` that has any. */
export function effective(proxy: ProxySection, name: string): readonly Statement[] {
  for (const section of [proxy, ...proxy.defaults]) {
    const found = own(section, name)
    if (found.length > 0) return found
  }
  return []
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
