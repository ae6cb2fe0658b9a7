import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf,
  resolve,
  type YamlEntry,
  type YamlNode,
} from '../../../yaml/tree.js'
import { ALL_FUNCTIONS } from './versions.js'

/** One use of a function: a mapping whose only key is the function's name. */
export interface Call {
  name: string
  entry: YamlEntry
  /** Variables of `repeat` around it, which are put into its arguments later; `all` when nobody can tell. */
  placeholders: readonly string[] | 'all'
  /** Whether it stands in a branch of an `if`, so that it may not happen. */
  isOptional: boolean
}

/** Whether a node is the use of a function, so that only Heat knows its value. */
export function isCall(node: YamlNode): boolean {
  const found = asMapping(node)
  if (!found) return false
  const entries = entriesOf(found)
  return entries.length === 1 && entries[0] !== undefined && ALL_FUNCTIONS.has(entries[0].key)
}

/**
 * Collect the calls below a node. Each node is visited once, however many aliases lead to it, so that this takes
 * time in proportion to the file and not to what its aliases expand to; nor does a long chain of them need a
 * stack.
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

/**
 * The name that a call refers to, as text: its argument or the first of its list of arguments. `undefined` when
 * it is only known later, or is no name.
 */
export function namedBy(call: Call): { name: string; node: YamlNode } | undefined {
  const { value } = call.entry
  const node = asSequence(value)?.items[0] ?? value
  const scalar = asScalar(node)
  if (!scalar || scalar.text === '') return undefined
  const { placeholders } = call
  const isFilledIn = placeholders === 'all' || placeholders.some((part) => scalar.text.includes(part))
  return isFilledIn || scalar.text.includes('%index%') ? undefined : { name: scalar.text, node }
}
