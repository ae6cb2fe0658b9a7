import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { brokenValue, parameterOf } from '../../readers/heat/parameters.js'
import { files } from './shared/environment-parameter-rules.js'

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/invalid-parameter-value',
  severity: 'error',
  summary: 'an environment gives a parameter a value that its template does not allow',
  help: 'Heat holds every value to the type and the constraints that the template declares, and refuses the stack when one does not fit. An environment is held to the template beside it that has the same name.',
  example: { bad: files('parameters:\n  size: 50\n'), good: files('parameters:\n  size: 5\n') },
  check({ parameters, defaults, template }, report) {
    if (!template) return
    const declared = new Map(template.parameters.map((entry) => [entry.key, parameterOf(entry)]))
    for (const { key, value } of [...parameters, ...defaults]) {
      const parameter = declared.get(key)
      const broken = parameter && brokenValue(parameter, value)
      if (!broken) continue
      const scalar = asScalar(value)
      const shown = parameter.isHidden || !scalar ? '' : `, not ${scalar.text.slice(0, 40) || 'empty'}`
      report(value, `"${key}" ${broken}${shown}.`, `Write a value that ${template.path} allows.`)
    }
  },
})
