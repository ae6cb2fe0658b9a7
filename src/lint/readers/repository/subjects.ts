import type { Definition } from '../../engine/definition.js'
import type { RuleContext, RuleSubjects } from '../../engine/rule.js'
import { inventories, type MergedInventory } from '../ansible/merged-inventory.js'
import { type Clouds, cloudFiles } from '../clouds/cloud.js'
import { type Environment, environmentsOf } from './environments.js'

/** The repository as a whole. */
export interface Repository {
  /** Its first file, for findings without a file of their own. */
  path: string
  definitions: readonly Definition[]
  environments: readonly Environment[]
  clouds: readonly Clouds[]
  /** Merged when a rule asks for them. */
  readonly inventories: readonly MergedInventory[]
}

/** All files of a repository together. */
export const subjects: RuleSubjects<Repository> = {
  kind: 'repository',
  exampleFile: 'group_vars/all.yml',
  subjects: repositories,
}

function repositories(definitions: readonly Definition[], { files }: RuleContext): Repository[] {
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
