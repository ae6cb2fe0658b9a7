import { defineRule, type Problem } from '../../engine/rule.js'
import { namedBy } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'

export default defineRule<HotTemplate>({
  id: 'heat/unused-parameter',
  severity: 'notice',
  summary: 'a parameter is declared and never used',
  help: 'Whoever creates the stack is asked for a value that changes nothing. It is often the trace of a get_param that was lost. Keep it on purpose only where a set of templates must take the same parameters.',
  example: {
    bad: `heat_template_version: 2018-08-31
parameters:
  flavor: { type: string }
resources:
  network: { type: OS::Neutron::Net }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  name: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`,
  },
  check: unusedParameters,
})

function* unusedParameters(template: HotTemplate): Iterable<Problem> {
  const used = new Set<string>()
  for (const call of template.calls) {
    if (call.name !== 'get_param' && call.name !== 'Ref') continue
    const named = namedBy(call)
    if (!named) return // the name is made when the stack is: it may be any of them
    used.add(named.name)
  }
  for (const { key, keyRange } of template.parameters) {
    if (used.has(key)) continue
    yield {
      file: template.path,
      range: keyRange,
      message: `The parameter "${key}" is never used.`,
      help: 'Remove it, or use it with get_param.',
    }
  }
}
