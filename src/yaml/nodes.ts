import type { Range, SourceText } from './source.js'
import type { ScalarValue, YamlEntry, YamlNode } from './tree.js'

/**
 * The nodes of a tree as the reader makes them. They hold offsets, and find their lines and columns when asked: of most
 * nodes nobody ever asks.
 */
class Node {
  constructor(
    private readonly source: SourceText,
    /** Offset of the first character. */
    readonly from: number,
    /** Offset just behind the last one. */
    readonly to: number,
    readonly tag: string | undefined,
  ) {}

  get range(): Range {
    return this.source.range(this.from, this.to)
  }
}

export class ScalarNode extends Node {
  readonly kind = 'scalar'

  constructor(
    source: SourceText,
    from: number,
    to: number,
    tag: string | undefined,
    readonly value: ScalarValue,
    readonly text: string,
    readonly plain: boolean,
  ) {
    super(source, from, to, tag)
  }
}

export class SequenceNode extends Node {
  readonly kind = 'sequence'

  constructor(
    source: SourceText,
    from: number,
    to: number,
    tag: string | undefined,
    readonly items: YamlNode[],
  ) {
    super(source, from, to, tag)
  }
}

export class MappingNode extends Node {
  readonly kind = 'mapping'

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
}

export class AliasNode extends Node {
  readonly kind = 'alias'

  constructor(
    source: SourceText,
    from: number,
    to: number,
    readonly name: string,
    readonly target: YamlNode,
  ) {
    super(source, from, to, undefined)
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
