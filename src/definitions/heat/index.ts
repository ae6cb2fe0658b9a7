import { ruleSet } from '../rule.js'
import { type HotTemplate, hotTemplates } from './hot-template.js'
import { undefinedReference, unusedParameter } from './references.js'
import { structureRules } from './structure.js'
import { versionRules } from './version-rules.js'

/** What holds for a Heat template (HOT). */
export const heatRules = ruleSet<HotTemplate>({
  kind: 'heat',
  exampleFile: 'template.yaml',
  rules: [...versionRules, ...structureRules, undefinedReference, unusedParameter],
  subjects: hotTemplates,
})
