import type { YamlEntry } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { conditionsIn } from '../../readers/heat/conditions.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { circles } from './shared/cycle-rule.js'

export default defineRule<HotTemplate>({
  id: 'heat/condition-cycle',
  severity: 'error',
  summary: 'conditions are made of each other in a circle',
  help: 'A condition can be made of others by not, and, or. When they lead back to themselves, Heat cannot decide any of them and refuses the template.',
  example: {
    bad: `heat_template_version: 2018-08-31
conditions:
  is_test: { not: is_live }
  is_live: { not: is_test }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  stage: { type: string }
conditions:
  is_test: { not: is_live }
  is_live: { equals: [{ get_param: stage }, live] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
  },
  *check({ path, conditions, language }) {
    if (!language?.hasConditions) return
    const needs = (entry: YamlEntry) =>
      new Map([...conditionsIn(entry.value)].map((node) => [node.text, node]))
    yield* circles(path, 'condition', new Map(conditions.map((entry) => [entry.key, needs(entry)])))
  },
})
