import type { RuleSubjects } from '../../engine/rule.js'
import { hotTemplates } from './hot-template.js'
import type { HotTemplate } from './model.js'

/** Heat templates (HOT). */
export const subjects: RuleSubjects<HotTemplate> = {
  kind: 'heat',
  exampleFile: 'template.yaml',
  subjects: hotTemplates,
}
