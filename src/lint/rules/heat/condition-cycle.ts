import { defineRule } from '../../engine/rule.js'
import { conditionsIn } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { reportCycles } from './shared/cycles.js'
import { VERSION } from './shared/examples.js'

export default defineRule<HotTemplate>({
  id: 'heat/condition-cycle',
  severity: 'error',
  summary: 'conditions refer to each other in a cycle',
  help: 'A condition can refer to other conditions with `not`, `and` and `or`. When the references form a cycle, Heat cannot evaluate the conditions and rejects the template.',
  example: {
    bad: `${VERSION}conditions:
  is_test: { not: is_live }
  is_live: { not: is_test }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
    good: `${VERSION}parameters:
  stage: { type: string }
conditions:
  is_test: { not: is_live }
  is_live: { equals: [{ get_param: stage }, live] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
  },
  check({ conditions, language }, report) {
    if (!language?.hasConditions) return
    const references = conditions.map(({ key, value }) => {
      const names = new Map([...conditionsIn(value)].map((node) => [node.text, node]))
      return [key, names] as const
    })
    reportCycles(new Map(references), 'condition', report)
  },
})
