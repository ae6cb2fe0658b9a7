import { asMapping, childOf, entriesOf, type YamlEntry, type YamlNode } from '../../../../yaml/tree.js'
import type { HeatEnvironment } from '../../../readers/heat/environment-model.js'

/** One line of a registry: what a type, or a setting of a resource, is. */
export interface Line {
  entry: YamlEntry
  /** Whether another place than this file's folder is the base for paths. */
  hasBase: boolean
}

export const isSetting = ({ key }: YamlEntry) => key === 'hooks' || key === 'restricted_actions'

/** All lines, also those for single resources; without recursion, since a file may nest as deep as it likes. */
export function* linesOf({ registry }: HeatEnvironment): Iterable<Line> {
  const work: { node: YamlNode; hasBase: boolean }[] = registry
    ? [{ node: registry.value, hasBase: false }]
    : []
  const seen = new Set<YamlNode>()
  for (let next = work.pop(); next; next = work.pop()) {
    const node = asMapping(next.node)
    if (!node || seen.has(node)) continue
    seen.add(node)
    const hasBase = next.hasBase || childOf(node, 'base_url') !== undefined
    for (const entry of entriesOf(node)) {
      if (asMapping(entry.value)) work.push({ node: entry.value, hasBase })
      else if (entry.key !== 'base_url') yield { entry, hasBase }
    }
  }
}
