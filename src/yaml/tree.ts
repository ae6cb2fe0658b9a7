import type { Range } from './source.js'

/** The YAML 1.1 value of an untagged scalar. Timestamps stay text, as in Heat and Ansible. */
export type ScalarValue = string | number | boolean | null

interface NodeBase {
  /** The place of the node, including quotes and block indicators. */
  range: Range
  /** An explicit tag as it is written (`!vault`, `!!str`…). */
  tag: string | undefined
}

export interface YamlScalar extends NodeBase {
  kind: 'scalar'
  value: ScalarValue
  /** The decoded text, before YAML 1.1 resolves its type. */
  text: string
  /** Whether the scalar is plain: without quotes, on one or more lines. */
  plain: boolean
}

export interface YamlSequence extends NodeBase {
  kind: 'sequence'
  items: YamlNode[]
}

export interface YamlMapping extends NodeBase {
  kind: 'mapping'
  /** As written, including duplicates and merge keys (`<<`). */
  entries: YamlEntry[]
  /** Whether the entries are the effective ones: no duplicate keys, no merge keys. */
  simple: boolean
}

/** `*name`: the node of the anchor. */
export interface YamlAlias extends NodeBase {
  kind: 'alias'
  name: string
  target: YamlNode
}

export interface YamlEntry {
  /** The text of the key; `[complex key]` for a collection. */
  key: string
  keyRange: Range
  value: YamlNode
}

export type YamlNode = YamlScalar | YamlSequence | YamlMapping | YamlAlias

/** The path from the root to a node: mapping keys and sequence indexes. */
export type YamlPath = readonly (string | number)[]

/** The node behind an alias, or the node itself. */
export function resolve(node: YamlNode | undefined): Exclude<YamlNode, YamlAlias> | undefined {
  let at = node
  while (at?.kind === 'alias') at = at.target
  return at
}

export function asMapping(node: YamlNode | undefined): YamlMapping | undefined {
  const found = resolve(node)
  return found?.kind === 'mapping' ? found : undefined
}

export function asSequence(node: YamlNode | undefined): YamlSequence | undefined {
  const found = resolve(node)
  return found?.kind === 'sequence' ? found : undefined
}

export function asScalar(node: YamlNode | undefined): YamlScalar | undefined {
  const found = resolve(node)
  return found?.kind === 'scalar' ? found : undefined
}

/** The scalar's value when it is a string, otherwise `undefined`. */
export function asString(node: YamlNode | undefined): string | undefined {
  const value = asScalar(node)?.value
  return typeof value === 'string' ? value : undefined
}

/**
 * The effective entries: the last one of duplicate keys, as in PyYAML and libyaml, and merge keys replaced with their
 * entries (keys of the mapping itself win).
 */
export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  const mapping = asMapping(node)
  if (!mapping) return []
  return mapping.simple ? mapping.entries : [...effectiveEntries(mapping).values()]
}

/** How many merges may be nested; a person does not write more. */
const MAX_MERGE_DEPTH = 100

/** Up to this many entries, a linear search is faster than building a map. */
const FEW = 12

/** Computed once for each mapping: merges of merges would otherwise multiply. */
const effective = new WeakMap<YamlMapping, Map<string, YamlEntry>>()

function effectiveEntries(node: YamlNode | undefined, depth = 0): Map<string, YamlEntry> {
  const mapping = asMapping(node)
  if (!mapping || depth > MAX_MERGE_DEPTH) return new Map()
  const known = effective.get(mapping)
  if (known) return known
  const own = new Map<string, YamlEntry>()
  for (const entry of mapping.entries) if (entry.key !== '<<') own.set(entry.key, entry)
  for (const entry of mapping.entries) {
    if (entry.key !== '<<') continue
    for (const source of asSequence(entry.value)?.items ?? [entry.value]) {
      for (const [key, merged] of effectiveEntries(source, depth + 1)) if (!own.has(key)) own.set(key, merged)
    }
  }
  effective.set(mapping, own)
  return own
}

/** The entry of `key` that the real loaders use. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  const mapping = asMapping(node)
  if (mapping?.simple && mapping.entries.length <= FEW)
    return mapping.entries.find((entry) => entry.key === key)
  return effectiveEntries(mapping).get(key)
}

/** The value of `key`, or `undefined`. */
export function childOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryOf(node, key)?.value
}

/** The node at a path, or its deepest existing ancestor. */
export function nearestNode(
  root: YamlNode,
  path: YamlPath,
): { node: YamlNode; entry: YamlEntry | undefined } {
  let node = root
  let entry: YamlEntry | undefined
  for (const step of path) {
    const inner = resolve(node)
    if (inner?.kind === 'mapping') {
      const next = entryOf(inner, String(step))
      if (!next) break
      entry = next
      node = next.value
    } else if (inner?.kind === 'sequence') {
      const next = inner.items[Number(step)]
      if (!next) break
      entry = undefined
      node = next
    } else break
  }
  return { node, entry }
}

/** Visits a node and all its descendants as written: aliases are visited, not followed. */
export function walk(
  node: YamlNode,
  visit: (node: YamlNode, path: YamlPath) => void,
  path: YamlPath = [],
): void {
  visit(node, path)
  if (node.kind === 'mapping')
    for (const entry of node.entries) walk(entry.value, visit, [...path, entry.key])
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) walk(item, visit, [...path, index])
  }
}

/** Plain data, as a loader returns it. Aliased nodes become shared objects. */
export function toData(node: YamlNode | undefined, made = new Map<YamlNode, unknown>()): unknown {
  const found = resolve(node)
  if (!found) return undefined
  if (found.kind === 'scalar') return found.value
  if (made.has(found)) return made.get(found)
  if (found.kind === 'sequence') {
    const list: unknown[] = []
    made.set(found, list)
    for (const item of found.items) list.push(toData(item, made))
    return list
  }
  // no prototype: a key named __proto__ is a key like any other
  const record: Record<string, unknown> = Object.create(null)
  made.set(found, record)
  for (const entry of entriesOf(found)) record[entry.key] = toData(entry.value, made)
  return record
}
