import type { Range } from '../../../yaml/source.js'
import type { Word } from './words.js'

/** One line of a section. */
export interface Statement {
  /** Without a leading `no` or `default`. */
  words: readonly Word[]
  /** Its first word. */
  keyword: Word
  negated: boolean
  /** Whether the line appears exactly once and as written: it is in no condition and no loop. */
  isCertain: boolean
  /** Whether it is in a loop. */
  isRepeated: boolean
}

export interface Section {
  file: string
  /** `global`, `backend`… */
  kind: string
  keyword: Word
  name: Word | undefined
  /** The `defaults` section that it refers to. */
  from: Word | undefined
  statements: Statement[]
  /** By the first word. */
  index: Map<string, Statement[]>
  /** Whether Jinja adds lines to it. */
  isOpaque: boolean
  isCertain: boolean
}

export function indexStatement({ index }: Section, statement: Statement): void {
  const list = index.get(statement.keyword.text)
  if (list) list.push(statement)
  else index.set(statement.keyword.text, [statement])
}

/** A frontend, a backend or both (`listen`), with the `defaults` in effect. */
export interface ProxySection extends Section {
  isFrontend: boolean
  isBackend: boolean
  /** The nearest first; empty when there are none, or when they are in another file. */
  defaults: readonly Section[]
  /** Whether everything that it inherits is known. */
  knowsDefaults: boolean
}

export interface LineProblem {
  file: string
  range: Range
}

const NONE: readonly Statement[] = []

/** A section's own statements of this name; `second` is the next word, as in `timeout client`. */
export function own({ index }: Pick<Section, 'index'>, name: string, second?: string): readonly Statement[] {
  const found = index.get(name) ?? NONE
  if (second === undefined || found.length === 0) return found
  return found.filter(({ words }) => words[1]?.text === second)
}

/** The statements in effect: the section's own, otherwise those of the nearest `defaults` that has any. */
export function effective(proxy: ProxySection, name: string, second?: string): readonly Statement[] {
  const found = own(proxy, name, second)
  if (found.length > 0) return found
  for (const section of proxy.defaults) {
    const inherited = own(section, name, second)
    if (inherited.length > 0) return inherited
  }
  return NONE
}

/** Whether Jinja, or `defaults` in another file, may add settings. */
export function mayHaveMore(proxy: ProxySection): boolean {
  return !proxy.knowsDefaults || proxy.isOpaque || proxy.defaults.some(({ isOpaque }) => isOpaque)
}

/** The mode in effect, `tcp` by default; `undefined` when it is unknown. */
export function modeOf(proxy: ProxySection): string | undefined {
  const statements = effective(proxy, 'mode')
  const word = statements.at(-1)?.words[1]
  if (word) return word.isKnown && statements.every(({ isCertain }) => isCertain) ? word.text : undefined
  return mayHaveMore(proxy) ? undefined : 'tcp'
}

/** A text for messages, with `…` for what Jinja fills in. */
export function shown(text: string): string {
  return text.replace(/\uE000+/g, '…')
}

/** The name of a section in messages: backend "keystone". */
export function titleOf({ kind, name }: Pick<Section, 'kind' | 'name'>): string {
  return name ? `${kind} "${shown(name.text)}"` : `section ${kind}`
}

/** The words of a statement's condition, after `if` or `unless`; empty without one. */
export function conditionOf({ words }: Statement): readonly Word[] {
  const at = words.findIndex(
    ({ text, isKnown }, index) => index > 0 && isKnown && (text === 'if' || text === 'unless'),
  )
  return at === -1 ? [] : words.slice(at + 1)
}

/** A named thing in a configuration, with its title in messages. */
export interface Named {
  file: string
  word: Word
  title: string
}

/** The place of an earlier definition, for a message about `seenFrom`. */
export function lineOf({ file, word }: Pick<Named, 'file' | 'word'>, seenFrom: string): string {
  const { line } = word.range.start
  return file === seenFrom ? `line ${line}` : `${file}, line ${line}`
}
