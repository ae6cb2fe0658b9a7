import type { Range } from '../../../yaml/source.js'
import {
  asScalar,
  asSequence,
  entriesOf,
  resolve,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import type { Schema } from '../../facts/heat.js'
import { isCall } from './calls.js'
import { brokenLimit } from './constraint.js'
import { isFloat, isIntegerText, isNumberText } from './python.js'

/** One way in which a value is not what its schema says. */
export interface Misfit {
  kind: 'unknown' | 'missing' | 'type' | 'limit' | 'old'
  range: Range
  /** The property or key that it is about. */
  name: string
  /** The key of the map that it stands in; `undefined` for a property itself. */
  parent: string | undefined
  schema: Schema | undefined
  /** For `type` and `limit`: what the value must be. */
  demand: string
  /** For `type` and `limit`: the value, as far as one line can show it. */
  shown: string
  /** For `unknown`: what is known there. */
  known: readonly string[]
}

/** What to look at, and how. */
export interface Look {
  schemas: ReadonlyMap<string, Schema>
  /** Older names that fill in others; see the facts. */
  filled: ReadonlyMap<string, readonly string[]>
  /** Where to report what is missing in the properties as a whole. */
  owner: Range
  /** Whether a text is filled in later. */
  isFilledIn(text: string): boolean
}

interface Work {
  node: YamlNode
  schema: Schema
  name: string
  parent: string | undefined
}

/**
 * All misfits of a mapping of properties and what it holds. What a function makes is unknown, except for the branches
 * of an `if`. Each node is held to each schema once, however many aliases lead to it.
 */
export function misfitsOf(properties: YamlNode | undefined, look: Look): Misfit[] {
  const found: Misfit[] = []
  const seen = new Seen()
  const work: Work[] = []
  const into = ({ node, schema, name, parent }: Work) => {
    const at = resolve(node)
    if (at && seen.isNew(at, schema)) work.push({ node: at, schema, name, parent })
  }
  checkMap(properties, look.schemas, { range: look.owner, name: undefined }, look, found, into)
  for (let at = work.pop(); at; at = work.pop()) checkValue(at, look, found, into)
  return found
}

/** Which nodes were held to which schemas: nearly always one to one. */
class Seen {
  private readonly first = new Map<YamlNode, Schema>()
  private readonly more = new Map<YamlNode, Set<Schema>>()

  isNew(node: YamlNode, schema: Schema): boolean {
    const first = this.first.get(node)
    if (first === undefined) {
      this.first.set(node, schema)
      return true
    }
    const others = this.more.get(node) ?? new Set()
    if (first === schema || others.has(schema)) return false
    this.more.set(node, others.add(schema))
    return true
  }
}

type Into = (next: Work) => void

function checkMap(
  node: YamlNode | undefined,
  schemas: ReadonlyMap<string, Schema>,
  owner: { range: Range; name: string | undefined },
  look: Look,
  found: Misfit[],
  into: Into,
): void {
  if (node && isCall(node)) return
  const entries = entriesOf(node)
  const common = { parent: owner.name, demand: '', shown: '', known: [] }
  for (const { key, keyRange: range, value } of entries) {
    const schema = schemas.get(key)
    if (!schema || schema.unimplemented) {
      if (!look.isFilledIn(key))
        found.push({ ...common, kind: 'unknown', name: key, range, schema, known: [...schemas.keys()] })
      continue
    }
    if (schema.status === 'deprecated' || schema.status === 'hidden')
      found.push({ ...common, kind: 'old', name: key, range, schema })
    into({ node: value, schema, name: key, parent: owner.name })
  }
  const isGiven = (name: string) => entries.some(({ key }) => key === name)
  for (const [name, schema] of requiredOf(schemas)) {
    const others = look.filled.get(name)
    if (isGiven(name) || (others && (others.length === 0 || others.some(isGiven)))) continue
    found.push({ ...common, kind: 'missing', name, range: owner.range, schema })
  }
}

const required = new WeakMap<ReadonlyMap<string, Schema>, [string, Schema][]>()

/** What must be given; found once for each map of schemas. */
function requiredOf(schemas: ReadonlyMap<string, Schema>): [string, Schema][] {
  const known = required.get(schemas)
  if (known) return known
  const needed = [...schemas].filter(([, schema]) => schema.required && (schema.default ?? null) === null)
  required.set(schemas, needed)
  return needed
}

function hasLimits({ values, range, length, modulo, pattern, custom }: Schema): boolean {
  return (values ?? range ?? length ?? modulo ?? pattern ?? custom) !== undefined
}

function checkValue(work: Work, look: Look, found: Misfit[], into: Into): void {
  const { node, schema, name, parent } = work
  if (isCall(node)) {
    for (const branch of branchesOf(entriesOf(node)[0])) into({ ...work, node: branch })
    return
  }
  const scalar = asScalar(node)
  // nothing stands for the default
  if (scalar && (scalar.value === null || isTemplatedValue(scalar.text) || look.isFilledIn(scalar.text)))
    return
  const refuse = (kind: 'type' | 'limit', demand: string) =>
    found.push({ kind, demand, range: node.range, name, parent, schema, shown: shownValue(node), known: [] })
  const demand = brokenType(schema.type, node)
  if (demand) {
    refuse('type', demand)
    return
  }
  const items = asSequence(node)?.items
  const broken = hasLimits(schema) && !holdsUnknown(node, look) ? brokenLimit(schema, node) : undefined
  if (broken) refuse('limit', broken)
  if (schema.type === 'map' && schema.properties) {
    checkMap(node, schema.properties, { range: node.range, name }, look, found, into)
  }
  if (schema.type === 'list' && schema.items) {
    for (const item of items ?? []) into({ node: item, schema: schema.items, name, parent })
  }
}

/** The values that an `if` chooses from. */
function branchesOf(entry: YamlEntry | undefined): readonly YamlNode[] {
  return entry?.key === 'if' ? (asSequence(entry.value)?.items.slice(1, 3) ?? []) : []
}

/** Whether a list has members that are only known later: it may grow or shrink by them. */
function holdsUnknown(node: YamlNode, look: Look): boolean {
  return (asSequence(node)?.items ?? []).some((item) => {
    const scalar = asScalar(item)
    return (
      isCall(item) ||
      (scalar !== undefined && (isTemplatedValue(scalar.text) || look.isFilledIn(scalar.text)))
    )
  })
}

/** What a value must be, when Heat does not take it for that type. */
export function brokenType(type: Schema['type'], node: YamlNode): string | undefined {
  const found = resolve(node)
  if (type === 'any' || !found) return undefined
  if (type === 'map') return found.kind === 'mapping' ? undefined : 'must be a map'
  if (type === 'list') return found.kind === 'sequence' ? undefined : 'must be a list'
  if (found.kind !== 'scalar') return DEMANDS[type]
  return isFine(type, found) ? undefined : DEMANDS[type]
}

function isFine(type: keyof typeof DEMANDS, { value, text }: YamlScalar): boolean {
  switch (type) {
    case 'string':
      return typeof value !== 'number' || !isFloat(text)
    case 'integer':
      return typeof value !== 'string' || isIntegerText(value)
    case 'number':
      return typeof value !== 'string' || isNumberText(value)
    case 'boolean':
      return typeof value === 'boolean' || (typeof value === 'string' && /^(true|false)$/i.test(value))
  }
}

const DEMANDS = {
  string: 'must be a string',
  integer: 'must be an integer',
  number: 'must be a number',
  boolean: 'must be true or false',
} as const

function shownValue(node: YamlNode): string {
  const found = resolve(node)
  if (found?.kind === 'sequence') return 'a list'
  if (found?.kind !== 'scalar') return 'a map'
  const line = found.text.split('\n', 1)[0] ?? ''
  const short = line.length > 40 ? `${line.slice(0, 40)}…` : line
  return typeof found.value === 'string' ? `"${short}"` : short
}
