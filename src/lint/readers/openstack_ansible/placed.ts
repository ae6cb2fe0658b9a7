import type { Range } from '../../../yaml/source.js'
import { asScalar, type YamlEntry, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import type { Place } from '../../engine/rule.js'

/** A value with its place. */
export interface Placed {
  file: string
  range: Range
  node: YamlNode
  /** The scalar's text; `undefined` for a mapping, a sequence or null. */
  text: string | undefined
}

export function placed(file: string, node: YamlNode): Placed {
  const scalar = asScalar(node)
  return { file, range: node.range, node, text: scalar?.value === null ? undefined : scalar?.text }
}

/** An entry of a mapping; as a place, its key. */
export interface PlacedEntry {
  file: string
  range: Range
  entry: YamlEntry
}

export function placedEntry(file: string, entry: YamlEntry): PlacedEntry {
  return { file, range: entry.keyRange, entry }
}

/** Each place once: through an alias, what is written once occurs several times. */
export function distinct<P extends Place>(places: Iterable<P>): P[] {
  const byPlace = new Map<string, P>()
  for (const place of places) {
    const { line, column } = place.range.start
    const key = `${place.file}:${line}:${column}`
    if (!byPlace.has(key)) byPlace.set(key, place)
  }
  return [...byPlace.values()]
}

/** Whether the node has no value: `key:`, `key: null`, `key: ~`. */
export function isNothing(node: YamlNode | undefined): boolean {
  return node === undefined || asScalar(node)?.value === null
}

/** Whether only Ansible knows the node's value: it is templated or encrypted. */
export function isUnknown(node: YamlNode | undefined): boolean {
  const scalar = asScalar(node)
  return scalar !== undefined && (isTemplatedValue(scalar.text) || scalar.tag?.startsWith('!vault') === true)
}

/** Whether Python takes the scalar for true; `undefined` when it is not a scalar or only known later. */
export function truthOf(node: YamlNode | undefined): boolean | undefined {
  const value = asScalar(node)?.value
  if (isUnknown(node) || value === undefined) return undefined
  return Boolean(value)
}
