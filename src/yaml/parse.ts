import {
  EVENT_ID,
  type Event,
  getScalarValue,
  SCALAR_STYLE,
  type ScalarEvent,
  YAML11_SCHEMA,
  YAMLException,
} from 'js-yaml'
import { pyyamlEvents } from './events.js'
import { type Range, SourceText } from './source.js'
import {
  resolve,
  type ScalarValue,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from './tree.js'

/** Something wrong with the YAML itself. */
export interface YamlProblem {
  kind: 'syntax' | 'duplicate_key'
  message: string
  range: Range
  /** For a duplicate key: where the key stands first. */
  first?: Range
}

export interface YamlFile {
  source: SourceText
  /** One root for each document; an empty document is a null scalar. Empty after a syntax error. */
  documents: YamlNode[]
  problems: YamlProblem[]
}

/**
 * Read YAML 1.1, as PyYAML does for Ansible and Heat, into trees whose nodes know their places.
 *
 * Unknown tags are kept, never an error; duplicate keys are kept and reported; a syntax error is reported and
 * leaves no documents. Nothing is thrown, whatever the text holds.
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

type Offsets = { anchorStart: number; anchorEnd: number; tagStart: number; tagEnd: number }

class TreeBuilder {
  readonly problems: YamlProblem[] = []
  private readonly anchors = new Map<string, YamlNode>()
  private readonly open = new Set<string>()
  private at = 0

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

  private node(): YamlNode {
    const event = this.events[this.at++]
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.anchored(event, () => this.scalar(event))
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd)
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, () => {
          const items: YamlNode[] = []
          while (this.events[this.at]?.type !== EVENT_ID.POP) items.push(this.node())
          this.at++
          const range = this.spanned(event.start, items.at(-1)?.range)
          return { kind: 'sequence', items, range, tag: this.tagOf(event) }
        })
      case EVENT_ID.MAPPING:
        return this.anchored(event, () => this.mapping(event.start, this.tagOf(event)))
      default:
        throw new YAMLException('unexpected end of the document')
    }
  }

  private mapping(start: number, tag: string | undefined): YamlMapping {
    const entries: YamlEntry[] = []
    const seen = new Map<string, Range>()
    while (this.events[this.at]?.type !== EVENT_ID.POP) {
      const keyNode = this.node()
      const key = keyText(keyNode)
      const identity = keyIdentity(keyNode)
      if (identity !== undefined && key !== '<<') {
        const first = seen.get(identity)
        if (first) {
          const message = `duplicate key "${key}": the first value, on line ${first.start.line}, is lost`
          this.problems.push({ kind: 'duplicate_key', message, range: keyNode.range, first })
        }
        seen.set(identity, first ?? keyNode.range)
      }
      entries.push({ key, keyRange: keyNode.range, value: this.node() })
    }
    this.at++
    return { kind: 'mapping', entries, range: this.spanned(start, entries.at(-1)?.value.range), tag }
  }

  private scalar(event: ScalarEvent): YamlScalar {
    const { text } = this.source
    const tag = this.tagOf(event)
    if (event.valueStart < 0) {
      const place = this.source.range(this.previousEnd, this.previousEnd)
      return { kind: 'scalar', value: null, text: '', plain: true, range: place, tag }
    }
    const decoded = getScalarValue(text, event)
    const plain = event.style === SCALAR_STYLE.PLAIN
    const range = this.source.range(scalarStart(text, event), scalarEnd(event))
    this.previousEnd = scalarEnd(event)
    return { kind: 'scalar', value: typedValue(decoded, plain, tag), text: decoded, plain, range, tag }
  }

  /** Where the last scalar ended: the place of a value that is not written at all (`key:`). */
  private previousEnd = 0

  private alias(start: number, end: number): YamlNode {
    const name = this.source.text.slice(start, end)
    const target = this.anchors.get(name)
    if (!target) {
      const why = this.open.has(name)
        ? `alias *${name} stands inside its own anchor`
        : `unknown alias *${name}`
      YAMLException.throwAt(this.source.text, start - 1, why)
    }
    this.previousEnd = end
    return { kind: 'alias', name, target, range: this.source.range(start - 1, end), tag: undefined }
  }

  private anchored<T extends YamlNode>(event: Offsets, build: () => T): T {
    if (event.anchorStart < 0) return build()
    const name = this.source.text.slice(event.anchorStart, event.anchorEnd)
    this.anchors.delete(name)
    this.open.add(name)
    const node = build()
    this.open.delete(name)
    this.anchors.set(name, node)
    return node
  }

  private tagOf(event: Offsets): string | undefined {
    return event.tagStart < 0 ? undefined : this.source.text.slice(event.tagStart, event.tagEnd)
  }

  private spanned(start: number, last: Range | undefined): Range {
    const from = this.source.position(start)
    return { start: from, end: last?.end ?? from }
  }
}

function keyText(node: YamlNode): string {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'alias') return keyText(node.target)
  return '[complex key]'
}

/** Equal for keys that a loader takes for the same: `a` and `"a"`, but not `80` and `"80"`. */
function keyIdentity(node: YamlNode): string | undefined {
  const key = resolve(node)
  return key?.kind === 'scalar' ? `${typeof key.value} ${key.value}` : undefined
}

/** js-yaml points inside quotes and behind a block indicator; people look at the quote and the indicator. */
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

function typedValue(text: string, plain: boolean, tag: string | undefined): ScalarValue {
  if (!plain || tag !== undefined) return text
  const { value } = YAML11_SCHEMA.resolveImplicitScalarTag(text)
  const isScalar = typeof value === 'number' || typeof value === 'boolean' || value === null
  return isScalar ? value : text
}
