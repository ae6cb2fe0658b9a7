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

/** How a property, or a key of a map within a property, differs from its schema. */
export type Mismatch = {
  range: Range
  name: string
  /** The key of the map that has the name; `undefined` for a property itself. */
  parent: string | undefined
} & (
  | { verdict: 'unknown_property'; known: readonly string[]; isUnimplemented: boolean }
  | { verdict: 'missing_property' | 'deprecated_property'; schema: Schema }
  /** `requirement` is a verb phrase such as `must be at least 1`; `shown` is the value, shortened. */
  | { verdict: 'wrong_property_type' | 'invalid_property_value'; requirement: string; shown: string }
)

/** What to compare properties with. */
export interface Expectation {
  schemas: ReadonlyMap<string, Schema>
  /** See `ResourceType.filled`. */
  filled: ReadonlyMap<string, readonly string[]>
  /** Where to report a missing property. */
  owner: Range
  /** Whether Heat replaces a part of this text before it reads the value. */
  isFilledIn(text: string): boolean
}

interface Work {
  node: YamlNode
  schema: Schema
  name: string
  parent: string | undefined
}

/**
 * Compares properties, with all that is nested in them, with their schemas. The result of a function is unknown, except
 * for the branches of an `if`. Compares each node with each schema once, however many aliases lead to it.
 */
export function mismatchesOf(properties: YamlNode | undefined, expected: Expectation): Mismatch[] {
  const found: Mismatch[] = []
  const seen = new Seen()
  const work: Work[] = []
  const into = ({ node, schema, name, parent }: Work) => {
    const at = resolve(node)
    if (at && seen.isNew(at, schema)) work.push({ node: at, schema, name, parent })
  }
  checkMap(properties, expected.schemas, { range: expected.owner, name: undefined }, expected, found, into)
  for (let at = work.pop(); at; at = work.pop()) checkValue(at, expected, found, into)
  return found
}

/** Which nodes were compared with which schemas; nearly all with a single one. */
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
  expected: Expectation,
  found: Mismatch[],
  into: Into,
): void {
  if (node && isCall(node)) return
  const entries = entriesOf(node)
  const parent = owner.name
  for (const { key: name, keyRange: range, value } of entries) {
    const schema = schemas.get(name)
    if (!schema || schema.unimplemented) {
      const isUnimplemented = schema !== undefined
      if (!expected.isFilledIn(name))
        found.push({
          verdict: 'unknown_property',
          name,
          range,
          parent,
          isUnimplemented,
          known: [...schemas.keys()],
        })
      continue
    }
    if (schema.status === 'deprecated' || schema.status === 'hidden')
      found.push({ verdict: 'deprecated_property', name, range, parent, schema })
    into({ node: value, schema, name, parent })
  }
  const isGiven = (name: string) => entries.some(({ key }) => key === name)
  for (const [name, schema] of requiredOf(schemas)) {
    const others = expected.filled.get(name)
    if (isGiven(name) || (others && (others.length === 0 || others.some(isGiven)))) continue
    found.push({ verdict: 'missing_property', name, range: owner.range, parent, schema })
  }
}

const required = new WeakMap<ReadonlyMap<string, Schema>, [string, Schema][]>()

/** The required properties; found once for each map of schemas. */
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

function checkValue(work: Work, expected: Expectation, found: Mismatch[], into: Into): void {
  const { node, schema, name, parent } = work
  if (isCall(node)) {
    for (const branch of branchesOf(entriesOf(node)[0])) into({ ...work, node: branch })
    return
  }
  const scalar = asScalar(node)
  // Heat replaces null with the default
  if (scalar && (scalar.value === null || isLater(scalar, expected))) return
  const common = { range: node.range, name, parent }
  const wrongType = brokenType(schema.type, node)
  if (wrongType) {
    const shown = shownValue(node)
    found.push({ ...common, verdict: 'wrong_property_type', requirement: wrongType, shown })
    return
  }
  const items = asSequence(node)?.items
  // a list can grow or shrink by the items that are only known later
  const isWhole = !items?.some((item) => isCall(item) || isLater(asScalar(item), expected))
  const broken = hasLimits(schema) && isWhole ? brokenLimit(schema, node) : undefined
  if (broken)
    found.push({ ...common, verdict: 'invalid_property_value', requirement: broken, shown: shownValue(node) })
  if (schema.type === 'map' && schema.properties) {
    checkMap(node, schema.properties, { range: node.range, name }, expected, found, into)
  }
  if (schema.type === 'list' && schema.items) {
    for (const item of items ?? []) into({ node: item, schema: schema.items, name, parent })
  }
}

/** The values that an `if` chooses from. */
function branchesOf(entry: YamlEntry | undefined): readonly YamlNode[] {
  return entry?.key === 'if' ? (asSequence(entry.value)?.items.slice(1, 3) ?? []) : []
}

/** Whether a value is only known when Heat or another tool has replaced a part of it. */
function isLater(scalar: YamlScalar | undefined, { isFilledIn }: Expectation): boolean {
  return scalar !== undefined && (isTemplatedValue(scalar.text) || isFilledIn(scalar.text))
}

/** The requirement of a type that a value does not meet, when Heat cannot convert the value to the type. */
function brokenType(type: Schema['type'], node: YamlNode): string | undefined {
  const found = resolve(node)
  if (type === 'any' || !found) return undefined
  if (type === 'map') return found.kind === 'mapping' ? undefined : 'must be a map'
  if (type === 'list') return found.kind === 'sequence' ? undefined : 'must be a list'
  return found.kind === 'scalar' && canConvert(type, found) ? undefined : REQUIREMENTS[type]
}

const REQUIREMENTS = {
  string: 'must be a string',
  integer: 'must be an integer',
  number: 'must be a number',
  boolean: 'must be true or false',
} as const

function canConvert(type: keyof typeof REQUIREMENTS, { value, text }: YamlScalar): boolean {
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

function shownValue(node: YamlNode): string {
  const found = resolve(node)
  if (found?.kind === 'sequence') return 'a list'
  if (found?.kind !== 'scalar') return 'a map'
  const line = found.text.split('\n', 1)[0] ?? ''
  const short = line.length > 40 ? `${line.slice(0, 40)}…` : line
  return typeof found.value === 'string' ? `"${short}"` : short
}
