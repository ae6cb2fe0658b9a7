import type { Definition } from '../definition.js'
import { ruleSet } from '../rule.js'

/** What holds for a file that oslo.config reads. */
export const osloConfigRules = ruleSet<Definition>({
  kind: 'oslo_config',
  exampleFile: 'nova.conf',
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === 'oslo_config'),
})
