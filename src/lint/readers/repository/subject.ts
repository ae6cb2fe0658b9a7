import type { RuleContext } from '../../engine/context.js'
import type { Definition } from '../../engine/definition.js'
import { inventories, type MergedInventory } from '../ansible/merged-inventory.js'
import { type Clouds, cloudFiles } from '../clouds/cloud.js'
import { type Environment, environmentsOf } from './environments.js'

/** The repository as a whole. */
export interface Repository {
  path: string
  definitions: readonly Definition[]
  environments: readonly Environment[]
  clouds: readonly Clouds[]
  /** Found when a rule asks. */
  readonly inventories: readonly MergedInventory[]
}

export function repositories(definitions: readonly Definition[], { files }: RuleContext): Repository[] {
  const [first] = definitions
  if (!first) return []
  let merged: readonly MergedInventory[] | undefined
  return [
    {
      path: first.path,
      definitions,
      environments: environmentsOf(definitions),
      clouds: cloudFiles(definitions),
      get inventories() {
        merged ??= inventories(definitions, files)
        return merged
      },
    },
  ]
}
