import type { Definition } from '../definition.js'
import { ruleSet } from '../rule.js'

/** What holds for playbooks, roles, inventories and requirements. */
export const ansibleRules = ruleSet<Definition>({
  kind: 'ansible',
  exampleFile: 'site.yml',
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === 'ansible'),
})
