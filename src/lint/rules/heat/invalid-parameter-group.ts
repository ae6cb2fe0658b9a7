import { nearest } from '../../../platform/nearest.js'
import { asMapping, asScalar, asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { VERSION } from './shared/resource-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/invalid-parameter-group',
  severity: 'error',
  summary: 'a parameter group lists a parameter that is not there, or that another group has',
  help: 'parameter_groups only order parameters for people, but Heat checks them: each group needs a list of parameters, each of them must be declared, and none may stand in two groups.',
  example: {
    bad: `${VERSION}parameter_groups:\n  - parameters: [nme]\nparameters:\n  name: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: name } }\n`,
    good: `${VERSION}parameter_groups:\n  - parameters: [name]\nparameters:\n  name: { type: string }\nresources:\n  network:\n    type: OS::Neutron::Net\n    properties: { name: { get_param: name } }\n`,
  },
  check({ root, parameters }, report) {
    const declared = new Set(parameters.map(({ key }) => key))
    const grouped = new Set<string>()
    const groups = childOf(root, 'parameter_groups')
    if (groups && !asSequence(groups) && asScalar(groups)?.value !== null) {
      report(groups, 'parameter_groups is no list.', 'Write each group behind a dash.')
    }
    for (const group of asSequence(groups)?.items ?? []) {
      const members = childOf(group, 'parameters')
      const names = asSequence(members)
      if (!asMapping(group) || !names) {
        const range = members?.range ?? group.range
        report({ range }, 'This group has no list of parameters.', 'Add  parameters: [NAME].')
        continue
      }
      for (const item of names.items) {
        const name = asScalar(item)?.text ?? ''
        if (declared.has(name) && !grouped.has(name)) {
          grouped.add(name)
          continue
        }
        const near = nearest(name, declared)
        report(
          item,
          declared.has(name) ? `"${name}" is in a group already.` : `There is no parameter "${name}".`,
          near && !declared.has(name) ? `Did you mean "${near}"?` : 'Remove it from this group.',
        )
      }
    }
  },
})
