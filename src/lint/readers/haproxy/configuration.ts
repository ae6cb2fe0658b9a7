import { type Definition, PLACEHOLDER } from '../../engine/definition.js'
import { filled } from './jinja.js'
import { meantSection, PROXY_SECTIONS, SECTIONS } from './keywords.js'
import {
  indexStatement,
  type LineProblem,
  type ProxySection,
  type Section,
  type Statement,
} from './section.js'
import { type Word, wordsOf } from './words.js'

/** The files that HAProxy loads together: one file, or the fragments in one `*.d` folder. */
export interface Configuration {
  /** Its first file. */
  path: string
  sections: readonly Section[]
  proxies: readonly ProxySection[]
  /** Whether it has a `global` or `defaults` section, so that everything it refers to should be in it. */
  isWhole: boolean
  /** Files that are Jinja templates. */
  templates: ReadonlySet<string>
  /** Whether Jinja adds sections. */
  isOpen: boolean
  openQuotes: readonly LineProblem[]
  /** Files whose last line has no line feed. */
  cutOff: readonly LineProblem[]
}

const CONDITIONS = new Set(['.if', '.elif', '.else', '.endif'])
/** How deep `defaults … from …` is followed. */
const MAX_DEFAULTS = 8

interface Reading {
  sections: Section[]
  templates: Set<string>
  isOpen: boolean
  openQuotes: LineProblem[]
  cutOff: LineProblem[]
}

/** Read files in HAProxy's order. */
export function readConfiguration(files: readonly Definition[]): Configuration {
  const reading: Reading = {
    sections: [],
    templates: new Set(),
    isOpen: false,
    openQuotes: [],
    cutOff: [],
  }
  for (const file of files) readFile(reading, file)
  const { sections } = reading
  const isWhole = sections.some(({ kind }) => kind === 'global' || kind === 'defaults')
  // the defaults of kolla-ansible are known, and these fragments inherit no health check from them
  const knowsOthers = isWhole || files.every(({ path }) => /(^|\/)haproxy\/services\.d\/[^/]+$/.test(path))
  return { path: files[0]?.path ?? '', ...reading, isWhole, proxies: proxiesOf(sections, knowsOthers) }
}

function readFile(reading: Reading, { path, text }: Definition): void {
  const { text: readable, isTemplate, includes, conditional, repeated } = filled(text)
  if (isTemplate) reading.templates.add(path)
  reading.isOpen ||= includes
  let section: Section | undefined
  let depth = 0
  const lines = readable.split('\n')
  for (const [index, content] of lines.entries()) {
    const line = index + 1
    const { words, openQuote } = wordsOf(content, line)
    if (openQuote) reading.openQuotes.push({ file: path, range: openQuote })
    const [first] = words
    if (!first) continue
    if (CONDITIONS.has(first.text)) {
      if (first.text === '.if') depth++
      if (first.text === '.endif') depth = Math.max(0, depth - 1)
      continue
    }
    if (first.text.startsWith('.')) continue
    const isCertain = depth === 0 && !conditional.has(line)
    const kind = first.isKnown ? sectionKind(section, first) : undefined
    if (kind !== undefined) {
      section = sectionOf(path, kind, [first, ...words.slice(1)], isCertain)
      reading.sections.push(section)
      continue
    }
    if (first.text.includes(PLACEHOLDER) || !first.isKnown) {
      if (section) section.isOpaque = true
      // the rendered line may open a section
      if (first.text.startsWith(PLACEHOLDER)) reading.isOpen = true
      continue
    }
    if (!section) continue
    const statement = statementOf(words, first, isCertain, repeated.has(line))
    section.statements.push(statement)
    indexStatement(section, statement)
  }
  const last = lines.at(-1) ?? ''
  if (last.trim() !== '' && !isTemplate) {
    const at = { line: lines.length, column: last.length }
    reading.cutOff.push({ file: path, range: { start: at, end: { ...at, column: at.column + 1 } } })
  }
}

/** The section that a line opens. A misspelled one is read as the section that was meant. */
function sectionKind(current: Section | undefined, { text, from }: Word): string | undefined {
  if (SECTIONS.has(text)) return text
  if (from !== 0) return undefined
  const isChecked = !current || /^(?:global|defaults|frontend|backend|listen)$/.test(current.kind)
  return isChecked ? meantSection(text) : undefined
}

function sectionOf(
  file: string,
  kind: string,
  [keyword, second, third, fourth]: readonly [Word, ...Word[]],
  isCertain: boolean,
): Section {
  const [name, fromWord, from] =
    second?.text === 'from' && third ? [undefined, second, third] : [second, third, fourth]
  return {
    file,
    kind,
    keyword,
    name,
    from: fromWord?.text === 'from' ? from : undefined,
    statements: [],
    index: new Map(),
    isOpaque: false,
    isCertain,
  }
}

function statementOf(
  words: readonly Word[],
  first: Word,
  isCertain: boolean,
  isRepeated: boolean,
): Statement {
  const [, second] = words
  const isPrefixed = (first.text === 'no' || first.text === 'default') && second !== undefined
  const keyword = isPrefixed ? second : first
  return {
    words: isPrefixed ? words.slice(1) : words,
    keyword,
    negated: isPrefixed,
    isCertain,
    isRepeated,
  }
}

function proxiesOf(sections: readonly Section[], knowsOthers: boolean): ProxySection[] {
  const proxies: ProxySection[] = []
  const named = new Map<string, Section>()
  const parents = new Map<Section, Section | undefined>()
  let latest: Section | undefined
  let isSure = knowsOthers
  for (const section of sections) {
    const isDefaults = section.kind === 'defaults'
    if (!isDefaults && !PROXY_SECTIONS.has(section.kind)) continue
    const { from } = section
    const base = from ? named.get(from.text) : isDefaults ? undefined : latest
    parents.set(section, base)
    const knowsBase = isSure && (from === undefined || base !== undefined)
    if (isDefaults) {
      latest = section
      if (section.name) named.set(section.name.text, section)
      // Jinja decides which of two defaults is in effect
      isSure = knowsBase && section.isCertain
      continue
    }
    proxies.push({
      ...section,
      isFrontend: section.kind !== 'backend',
      isBackend: section.kind !== 'frontend',
      defaults: chainOf(base, parents),
      knowsDefaults: knowsBase,
    })
  }
  return proxies
}

function chainOf(first: Section | undefined, parents: ReadonlyMap<Section, Section | undefined>): Section[] {
  const chain: Section[] = []
  for (let at = first; at && chain.length < MAX_DEFAULTS; at = parents.get(at)) chain.push(at)
  return chain
}
