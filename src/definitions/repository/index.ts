import type { Definition } from '../definition.js'
import { ruleSet } from '../rule.js'

/** What holds for all files of a repository together. */
export const repositoryRules = ruleSet<Definition>({
  kind: 'repository',
  exampleFile: 'group_vars/all.yml',
  rules: [],
  subjects: (definitions) => definitions,
})
