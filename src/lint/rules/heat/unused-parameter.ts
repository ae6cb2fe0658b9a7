import { defineRule } from '../../engine/rule.js'
import { namedBy } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { VALID_PARAMETER, withParameter } from './shared/examples.js'

export default defineRule<HotTemplate>({
  id: 'heat/unused-parameter',
  severity: 'notice',
  summary: 'a parameter is declared but not used',
  help: 'A value for an unused parameter has no effect. Often a get_param is missing. Keep an unused parameter only if several templates must have the same parameters.',
  example: {
    bad: withParameter('{ type: string }').replace('{ get_param: limit }', 'web'),
    good: VALID_PARAMETER,
  },
  check({ calls, parameters }, report) {
    const used = new Set<string>()
    for (const call of calls) {
      if (call.name !== 'get_param' && call.name !== 'Ref') continue
      const named = namedBy(call)
      // a computed name can be that of any parameter
      if (!named) return
      used.add(named.name)
    }
    for (const { key, keyRange } of parameters) {
      if (!used.has(key))
        report(
          { range: keyRange },
          `The parameter "${key}" is not used.`,
          'Remove it, or use it with get_param.',
        )
    }
  },
})
