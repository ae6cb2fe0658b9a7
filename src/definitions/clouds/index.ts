import type { Definition } from '../definition.js'
import { ruleSet } from '../rule.js'

/** What holds for clouds.yaml and secure.yaml. */
export const cloudsRules = ruleSet<Definition>({
  kind: 'clouds',
  exampleFile: 'clouds.yaml',
  rules: [],
  subjects: (definitions) => definitions.filter(({ kind }) => kind === 'clouds'),
})
