import { YAML11_SCHEMA } from 'js-yaml'
import type { Range, SourceText } from './source.js'
import type { ScalarValue, YamlEntry, YamlNode } from './tree.js'

/** The first characters of scalars that are not plain: quotes and block indicators. */
const [DOUBLE, SINGLE, LITERAL, FOLDED] = ['"', "'", '|', '>'].map((sign) => sign.charCodeAt(0))

/** The beginnings of numbers, and the words that YAML 1.1 reads as a boolean or null: most text can skip the slow check. */
const MAY_BE_TYPED = /^(?:[-+.\d]|(?:~|null|y|yes|n|no|on|off|true|false)$)/i

/** The YAML 1.1 value of plain text. */
export function typedValue(text: string): ScalarValue {
  if (!MAY_BE_TYPED.test(text)) return text
  const { value } = YAML11_SCHEMA.resolveImplicitScalarTag(text)
  const isScalar = typeof value === 'number' || typeof value === 'boolean' || value === null
  return isScalar ? value : text
}

/**
 * The nodes of a tree. They are small, because there are many: they store offsets, and compute text, value, line and
 * column on demand, which most nodes never need.
 */
class Node {
  constructor(
    protected readonly source: SourceText,
    /** Offset of the first character. */
    readonly from: number,
    /** Offset after the last character. */
    readonly to: number,
    readonly tag: string | undefined,
  ) {}

  get range(): Range {
    return this.source.range(this.from, this.to)
  }
}

export class ScalarNode extends Node {
  /** @param decoded the text, if it differs from the source */
  constructor(
    source: SourceText,
    from: number,
    to: number,
    tag: string | undefined,
    private readonly decoded: string | undefined,
  ) {
    super(source, from, to, tag)
  }

  get kind(): 'scalar' {
    return 'scalar'
  }

  get plain(): boolean {
    const first = this.source.text.charCodeAt(this.from)
    const isMarked = first === DOUBLE || first === SINGLE || first === LITERAL || first === FOLDED
    return !isMarked || this.from === this.to
  }

  get text(): string {
    if (this.decoded !== undefined) return this.decoded
    const quote = this.plain ? 0 : 1
    return this.source.text.slice(this.from + quote, this.to - quote)
  }

  get value(): ScalarValue {
    if (this.from === this.to) return null
    const { text } = this
    return this.tag === undefined && this.plain ? typedValue(text) : text
  }
}

export class SequenceNode extends Node {
  constructor(
    source: SourceText,
    from: number,
    to: number,
    tag: string | undefined,
    readonly items: YamlNode[],
  ) {
    super(source, from, to, tag)
  }

  get kind(): 'sequence' {
    return 'sequence'
  }
}

export class MappingNode extends Node {
  constructor(
    source: SourceText,
    from: number,
    to: number,
    tag: string | undefined,
    readonly entries: YamlEntry[],
    readonly simple: boolean,
  ) {
    super(source, from, to, tag)
  }

  get kind(): 'mapping' {
    return 'mapping'
  }
}

export class AliasNode extends Node {
  constructor(
    source: SourceText,
    from: number,
    to: number,
    readonly name: string,
    readonly target: YamlNode,
  ) {
    super(source, from, to, undefined)
  }

  get kind(): 'alias' {
    return 'alias'
  }
}

export class Entry {
  constructor(
    private readonly source: SourceText,
    private readonly from: number,
    private readonly to: number,
    readonly key: string,
    readonly value: YamlNode,
  ) {}

  get keyRange(): Range {
    return this.source.range(this.from, this.to)
  }
}

export type BuiltNode = ScalarNode | SequenceNode | MappingNode | AliasNode
