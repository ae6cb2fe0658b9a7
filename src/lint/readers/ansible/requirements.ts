import type { Range } from '../../../yaml/source.js'
import { asSequence, asString, childOf, type YamlNode } from '../../../yaml/tree.js'
import type { Project } from './project.js'

/** A role or a collection that requirements.yml lists. As a place it is its name. */
export interface Requirement {
  file: string
  range: Range
  kind: 'role' | 'collection'
  item: YamlNode
  name: string | undefined
  version: YamlNode | undefined
}

/** The keys that name a requirement. */
export const NAME_KEYS = ['name', 'role', 'src', 'source'] as const

export function* requirementsOf({ requirements }: Project): Iterable<Requirement> {
  for (const { file, root } of requirements) {
    const lists = [
      { kind: 'role', node: asSequence(root) ?? childOf(root, 'roles') },
      { kind: 'collection', node: childOf(root, 'collections') },
    ] as const
    for (const { kind, node } of lists) {
      for (const item of asSequence(node)?.items ?? []) {
        const named = NAME_KEYS.map((key) => childOf(item, key)).find((found) => asString(found)) ?? item
        const version = childOf(item, 'version')
        yield { file, range: named.range, kind, item, name: asString(named), version }
      }
    }
  }
}
