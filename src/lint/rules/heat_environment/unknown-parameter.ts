import { nearest } from '../../../platform/nearest.js'
import { defineRule } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { files } from './shared/environment-parameter-rules.js'

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/unknown-parameter',
  severity: 'error',
  summary: 'an environment gives a value for a parameter that its template does not have',
  help: 'Heat refuses a stack when parameters has a name that the template does not declare. What only nested templates take stands under parameter_defaults. An environment is held to the template beside it that has the same name.',
  example: { bad: files('parameters:\n  sise: 5\n'), good: files('parameters:\n  size: 5\n') },
  check({ parameters, template }, report) {
    if (!template) return
    const known = new Set(template.parameters.map(({ key }) => key))
    for (const { key, keyRange } of parameters) {
      if (known.has(key)) continue
      const near = nearest(key, known)
      report(
        { range: keyRange },
        `${template.path} has no parameter "${key}".`,
        near ? `Did you mean "${near}"?` : 'Remove it, or put it under parameter_defaults.',
      )
    }
  },
})
