import { asScalar, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { GOOD, VERSION } from './shared/structure.js'

export default defineRule<HotTemplate>({
  id: 'heat/missing-type',
  severity: 'error',
  summary: 'a resource or parameter has no type',
  help: 'Every resource and every parameter needs a type, which is a name; without it Heat refuses the whole template.',
  example: { bad: `${VERSION}resources:\n  network:\n    properties: { name: web }\n`, good: GOOD },
  check({ parameters, resources }, report) {
    for (const [what, entries, hint] of [
      ['resource', resources, 'OS::Nova::Server'],
      ['parameter', parameters, 'string'],
    ] as const) {
      for (const { key, keyRange, value } of entries) {
        const type = childOf(value, 'type')
        const scalar = asScalar(type)
        const isName = typeof scalar?.value === 'string' && scalar.text !== ''
        // the type of a parameter has a rule of its own
        if (type && (isName || what === 'parameter')) continue
        report(
          { range: type?.range ?? keyRange },
          `The ${what} "${key}" has no type${type && scalar?.value !== null ? ' that is a name' : ''}.`,
          `Add one, for example  type: ${hint}.`,
        )
      }
    }
  },
})
