import type { Definition } from '../../engine/definition.js'
import type { RuleSubjects } from '../../engine/rule.js'

/** Every file, whatever it defines. */
export const subjects: RuleSubjects<Definition> = {
  kind: 'yaml',
  exampleFile: 'vars.yml',
  subjects: (definitions) => definitions,
}
