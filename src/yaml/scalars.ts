import type { Range } from './source.js'
import type { YamlNode, YamlScalar } from './tree.js'

/** All scalars below some nodes. Aliases are not followed, so each scalar is found once. */
export function* scalarsOf(nodes: readonly YamlNode[]): Iterable<YamlScalar> {
  const open: YamlNode[] = [...nodes]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') yield node
    else if (node.kind === 'sequence') for (const item of node.items) open.push(item)
    else if (node.kind === 'mapping') for (const { value } of node.entries) open.push(value)
  }
}

/** The range of a part of a scalar's text; of the whole scalar when it has several lines or escapes. */
export function partOf({ text, range, plain }: YamlScalar, start: number, length: number): Range {
  const { line, column } = range.start
  const isAsWritten = range.end.line === line && range.end.column - column === text.length + (plain ? 0 : 2)
  if (!isAsWritten) return range
  const from = column + start + (plain ? 0 : 1)
  return { start: { line, column: from }, end: { line, column: from + length } }
}
