import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  resolve,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { ALL_FUNCTIONS } from './versions.js'

/** A call of a function: a mapping whose only key is the name of the function. */
export interface Call {
  name: string
  entry: YamlEntry
  /** Variables of the `repeat` around it, which Heat replaces in its arguments; `all` when they are not literal. */
  placeholders: readonly string[] | 'all'
  /** Whether it is in a branch of an `if`, so that Heat may not evaluate it. */
  isOptional: boolean
}

/** Whether a node is a function call, so that only Heat knows its value. */
export function isCall(node: YamlNode): boolean {
  const found = asMapping(node)
  if (!found) return false
  const entries = entriesOf(found)
  return entries.length === 1 && entries[0] !== undefined && ALL_FUNCTIONS.has(entries[0].key)
}

/**
 * Collects the calls below a node. Visits each node once, however many aliases lead to it: the time grows with the size
 * of the file and not with the size of its expanded aliases. Does not recurse: chains of aliases can be long.
 */
export function collectCalls(start: YamlNode, seen: Set<YamlNode>, into: Call[]): void {
  const work: [YamlNode, Call['placeholders'], boolean][] = [[start, [], false]]
  for (let next = work.pop(); next; next = work.pop()) {
    const [node, placeholders, isOptional] = next
    const found = resolve(node)
    if (!found || found.kind === 'scalar' || seen.has(found)) continue
    seen.add(found)
    if (found.kind === 'sequence') {
      for (const item of found.items) work.push([item, placeholders, isOptional])
      continue
    }
    const entries = entriesOf(found)
    const [only] = entries
    if (only && entries.length === 1 && ALL_FUNCTIONS.has(only.key)) {
      into.push({ name: only.key, entry: only, placeholders, isOptional })
      work.push([
        only.value,
        only.key === 'repeat' ? repeatVariables(only.value, placeholders) : placeholders,
        isOptional || only.key === 'if',
      ])
    } else for (const { value } of entries) work.push([value, placeholders, isOptional])
  }
}

function repeatVariables(args: YamlNode, outer: Call['placeholders']): Call['placeholders'] {
  const loops = asMapping(childOf(args, 'for_each'))
  if (!loops || outer === 'all') return 'all'
  return [...outer, ...entriesOf(loops).map(({ key }) => key)]
}

/** Whether a `repeat` around a call replaces a part of this text. */
export function hasPlaceholder({ placeholders }: Pick<Call, 'placeholders'>, text: string): boolean {
  return placeholders === 'all' || placeholders.some((placeholder) => text.includes(placeholder))
}

/**
 * The name that a call refers to: its argument, or the first one in a list of arguments. `undefined` when the argument
 * is not a literal name.
 */
export function namedBy(call: Call): { name: string; node: YamlNode } | undefined {
  const { value } = call.entry
  const node = asSequence(value)?.items[0] ?? value
  const scalar = asScalar(node)
  if (!scalar || scalar.text === '') return undefined
  return hasPlaceholder(call, scalar.text) || scalar.text.includes('%index%')
    ? undefined
    : { name: scalar.text, node }
}

/** Functions of conditions whose arguments are conditions themselves. */
const CONNECTIVES: ReadonlySet<string> = new Set(['and', 'or', 'not'])

/** All mappings with a single key below a condition: each is a call when its key is the name of a function. */
export function* callsInCondition(condition: YamlNode): Iterable<YamlEntry> {
  const work = [condition]
  const seen = new Set<YamlNode>()
  for (let node = resolve(work.pop()); node; node = resolve(work.pop())) {
    if (seen.has(node) || node.kind === 'scalar') continue
    seen.add(node)
    const entries = entriesOf(node)
    const children = node.kind === 'sequence' ? node.items : entries.map(({ value }) => value)
    for (const child of children.toReversed()) work.push(child)
    const [only, ...others] = entries
    if (only && others.length === 0) yield only
  }
}

/** The names of other conditions that a condition refers to. */
export function* conditionsIn(condition: YamlNode): Iterable<YamlScalar> {
  for (const { key, value } of callsInCondition(condition)) {
    if (!CONNECTIVES.has(key)) continue
    for (const node of asSequence(value)?.items ?? [value]) {
      const scalar = asScalar(node)
      if (typeof scalar?.value === 'string' && !isTemplatedValue(scalar.text)) yield scalar
    }
  }
}
