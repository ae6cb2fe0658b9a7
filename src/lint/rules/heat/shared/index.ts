import { ruleSet } from '../../../engine/rule.js'
import { openSsh } from './access-rule.js'
import { deprecatedAttribute, unknownAttribute } from './attribute-rule.js'
import { conditionCycle, referenceCycle } from './cycle-rule.js'
import { fileRules } from './file-rules.js'
import { functionRules } from './function-rules.js'
import { hotTemplates } from '../../../readers/heat/hot-template.js'
import { lifecycleRules } from './lifecycle-rules.js'
import type { HotTemplate } from '../../../readers/heat/model.js'
import { parameterRules } from './parameter-rules.js'
import { propertyRules } from './property-rules.js'
import { undefinedReference, unusedParameter } from './references.js'
import { resourceRules } from './resource-rules.js'
import { secretRules } from './secret-rules.js'
import { wrongShape } from './shape-rule.js'
import { structureRules } from './structure.js'
import { typeRules } from './type-rules.js'
import { versionRules } from './version-rules.js'

/** What holds for a Heat template (HOT). */
export const heatRules = ruleSet<HotTemplate>({
  kind: 'heat',
  exampleFile: 'template.yaml',
  rules: [
    ...versionRules,
    ...structureRules,
    wrongShape,
    ...typeRules,
    ...propertyRules,
    unknownAttribute,
    deprecatedAttribute,
    undefinedReference,
    referenceCycle,
    conditionCycle,
    ...parameterRules,
    unusedParameter,
    ...functionRules,
    ...resourceRules,
    ...fileRules,
    ...secretRules,
    ...lifecycleRules,
    openSsh,
  ],
  subjects: hotTemplates,
})
