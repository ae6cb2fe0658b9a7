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

/** Functions of conditions whose arguments are conditions themselves. */
const CONNECTIVES: ReadonlySet<string> = new Set(['and', 'or', 'not'])

/** Every map with a single key below a condition, which is a function if the key is one. */
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

/** The names of other conditions that a condition is made of. */
export function* conditionsIn(condition: YamlNode): Iterable<YamlScalar> {
  for (const { key, value } of callsInCondition(condition)) {
    if (!CONNECTIVES.has(key)) continue
    for (const node of asSequence(value)?.items ?? [value]) {
      const scalar = asScalar(node)
      if (typeof scalar?.value === 'string' && !isTemplatedValue(scalar.text)) yield scalar
    }
  }
}
