import type { Definition } from '../definition.js'
import { ruleSet } from '../rule.js'

/** What holds for kolla-ansible's variables, also as kayobe and OSISM lay them out. */
export const kollaAnsibleRules = ruleSet<Definition>({
  kind: 'kolla_ansible',
  exampleFile: 'globals.yml',
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === 'kolla_ansible'),
})
