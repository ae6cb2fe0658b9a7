import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent, YAMLException } from 'js-yaml'
import { pyyamlEvents } from './events.js'
import { AliasNode, type BuiltNode, Entry, MappingNode, ScalarNode, SequenceNode } from './nodes.js'
import { type Range, SourceText } from './source.js'
import { resolve, type ScalarValue, type YamlNode } from './tree.js'

/** A problem with the YAML itself. */
export interface YamlProblem {
  kind: 'syntax' | 'duplicate_key'
  message: string
  range: Range
  /** For a duplicate key: the place of the first one. */
  first?: Range
}

export interface YamlFile {
  source: SourceText
  /** One root for each document; an empty document is a null scalar. Empty after a syntax error. */
  documents: YamlNode[]
  problems: YamlProblem[]
}

/**
 * Reads YAML 1.1, as PyYAML does for Ansible and Heat, into trees whose nodes have exact positions.
 *
 * Unknown tags are kept and are never an error. Duplicate keys are kept and reported. A syntax error is reported and
 * leaves no documents. Never throws.
 */
export function parseYaml(text: string): YamlFile {
  const source = new SourceText(text)
  try {
    const builder = new TreeBuilder(source, pyyamlEvents(text))
    return { source, documents: builder.documents(), problems: builder.problems }
  } catch (error) {
    return { source, documents: [], problems: [syntaxProblem(error, source)] }
  }
}

function syntaxProblem(error: unknown, source: SourceText): YamlProblem {
  if (!(error instanceof YAMLException)) throw error
  const offset = Math.min(error.mark?.position ?? 0, source.text.length)
  return { kind: 'syntax', message: error.reason, range: source.range(offset, offset) }
}

type SequenceEvent = Extract<Event, { type: typeof EVENT_ID.SEQUENCE }>
type MappingEvent = Extract<Event, { type: typeof EVENT_ID.MAPPING }>
type Offsets = { tagStart: number; tagEnd: number }

class TreeBuilder {
  readonly problems: YamlProblem[] = []
  private readonly anchors = new Map<string, BuiltNode>()
  private readonly open = new Set<string>()
  private at = 0
  /** The end of the last scalar: the place of a missing value (`key:`). */
  private previousEnd = 0

  constructor(
    private readonly source: SourceText,
    private readonly events: Event[],
  ) {}

  documents(): YamlNode[] {
    const roots: YamlNode[] = []
    while (this.at < this.events.length) {
      this.at++ // DOCUMENT
      this.anchors.clear()
      if (this.events[this.at]?.type !== EVENT_ID.POP) roots.push(this.node())
      this.at++ // POP
    }
    return roots
  }

  private node(): BuiltNode {
    const event = this.events[this.at++]
    if (event?.type === EVENT_ID.ALIAS) return this.alias(event.anchorStart, event.anchorEnd)
    if (
      event?.type !== EVENT_ID.SCALAR &&
      event?.type !== EVENT_ID.SEQUENCE &&
      event?.type !== EVENT_ID.MAPPING
    ) {
      throw new YAMLException('unexpected end of the document')
    }
    if (event.anchorStart < 0) return this.content(event)
    const name = this.source.text.slice(event.anchorStart, event.anchorEnd)
    this.anchors.delete(name)
    this.open.add(name)
    const node = this.content(event)
    this.open.delete(name)
    this.anchors.set(name, node)
    return node
  }

  private content(event: ScalarEvent | SequenceEvent | MappingEvent): BuiltNode {
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event)
    return event.type === EVENT_ID.SEQUENCE ? this.sequence(event) : this.mapping(event)
  }

  private sequence(event: SequenceEvent): SequenceNode {
    const items: BuiltNode[] = []
    while (this.events[this.at]?.type !== EVENT_ID.POP) items.push(this.node())
    this.at++
    const end = items.at(-1)?.to ?? event.start
    return new SequenceNode(this.source, event.start, end, this.tagOf(event), fitted(items))
  }

  private mapping(event: MappingEvent): MappingNode {
    const entries: Entry[] = []
    const keys = new Keys(entries)
    let simple = true
    let end = event.start
    while (this.events[this.at]?.type !== EVENT_ID.POP) {
      const keyNode = this.node()
      const key = shared(keyText(keyNode))
      const identity = key === '<<' ? undefined : resolve(keyNode)
      const isScalar = identity?.kind === 'scalar'
      const first = isScalar ? keys.find(identity.value) : keys.passBy()
      if (first) this.duplicate(key, first.keyRange, keyNode.range)
      simple &&= isScalar && first === undefined
      const value = this.node()
      const entry = new Entry(this.source, keyNode.from, keyNode.to, key, value)
      entries.push(entry)
      if (isScalar && !first) keys.add(identity.value, entry)
      end = value.to
    }
    this.at++
    simple &&= keys.areText || entries.length < 2
    return new MappingNode(this.source, event.start, end, this.tagOf(event), fitted(entries), simple)
  }

  private duplicate(key: string, first: Range, range: Range): void {
    const message = `duplicate key "${key}": the first value, on line ${first.start.line}, is lost`
    this.problems.push({ kind: 'duplicate_key', message, range, first })
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const { source, previousEnd } = this
    const tag = this.tagOf(event)
    if (event.valueStart < 0) return new ScalarNode(source, previousEnd, previousEnd, tag, undefined)
    const end = scalarEnd(event)
    this.previousEnd = end
    const decoded = event.fast ? undefined : getScalarValue(source.text, event)
    return new ScalarNode(source, scalarStart(source.text, event), end, tag, decoded)
  }

  private alias(start: number, end: number): AliasNode {
    const name = this.source.text.slice(start, end)
    const target = this.anchors.get(name)
    if (!target) {
      const why = this.open.has(name) ? `alias *${name} is inside its own anchor` : `unknown alias *${name}`
      YAMLException.throwAt(this.source.text, start - 1, why)
    }
    this.previousEnd = end
    return new AliasNode(this.source, start - 1, end, name, target)
  }

  private tagOf(event: Offsets): string | undefined {
    return event.tagStart < 0 ? undefined : this.source.text.slice(event.tagStart, event.tagEnd)
  }
}

/** Up to this many keys, comparing is faster than building a map. */
const FEW = 8

/** The keys of a mapping, equal when a loader treats them as equal: `a` and `"a"`, but not `80` and `"80"`. */
class Keys {
  /** Whether all keys are text, which the entries contain as it is. */
  areText = true
  private known: Map<ScalarValue, Entry> | undefined

  /** @param entries the entries of the mapping so far */
  constructor(private readonly entries: readonly Entry[]) {}

  find(value: ScalarValue): Entry | undefined {
    if (typeof value !== 'string') this.areText = false
    if (this.known === undefined && this.areText && this.entries.length < FEW)
      return this.entries.find(({ key }) => key === value)
    return this.all().get(value)
  }

  add(value: ScalarValue, entry: Entry): void {
    this.known?.set(value, entry)
  }

  /** For a key that is not compared with others. */
  passBy(): undefined {
    this.all()
  }

  private all(): Map<ScalarValue, Entry> {
    if (this.known) return this.known
    this.known = new Map()
    for (const entry of this.entries) if (!this.known.has(entry.key)) this.known.set(entry.key, entry)
    return this.known
  }
}

/** The same list without spare capacity: most lists are short, and there are many. */
function fitted<Item>(items: readonly Item[]): Item[] {
  return items.slice()
}

/** Keys repeat across a repository: each is stored once. */
const keys = new Map<string, string>()
const MOST_KEYS = 100_000

function shared(key: string): string {
  const known = keys.get(key)
  if (known !== undefined) return known
  if (keys.size < MOST_KEYS) keys.set(key, key)
  return key
}

function keyText(node: YamlNode): string {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'alias') return keyText(node.target)
  return '[complex key]'
}

/** js-yaml points inside quotes and after a block indicator; a reader expects the quote and the indicator. */
function scalarStart(text: string, event: ScalarEvent): number {
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return event.valueStart - 1
  }
  if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart
  const lineStart = text.lastIndexOf('\n', event.valueStart - 2) + 1
  const header = /[|>][-+0-9]*[ \t]*(#.*)?\r?\n?$/.exec(text.slice(lineStart, event.valueStart))
  return header ? lineStart + header.index : event.valueStart
}

function scalarEnd(event: ScalarEvent): number {
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
  return quoted ? event.valueEnd + 1 : event.valueEnd
}
