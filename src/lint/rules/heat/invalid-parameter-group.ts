import { asMapping, asScalar, asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { withParameter } from './shared/examples.js'

const grouped = (name: string) =>
  withParameter('{ type: string }').replace(
    'parameters:',
    `parameter_groups:\n  - parameters: [${name}]\nparameters:`,
  )

export default defineRule<HotTemplate>({
  id: 'heat/invalid-parameter-group',
  severity: 'error',
  summary: 'a parameter group has no list of parameters, or lists a parameter that it cannot contain',
  help: 'parameter_groups only affect how a dashboard shows parameters, but Heat checks them: each group requires a list of parameters, each parameter must be declared, and each can be in one group only.',
  example: { bad: grouped('limt'), good: grouped('limit') },
  check({ root, parameters }, report) {
    const groups = childOf(root, 'parameter_groups')
    if (groups && !asSequence(groups) && asScalar(groups)?.value !== null)
      report(groups, 'parameter_groups is not a list.', 'Start each group with a dash.')
    const declared = new Set(parameters.map(({ key }) => key))
    const used = new Set<string>()
    for (const group of asSequence(groups)?.items ?? []) {
      const members = childOf(group, 'parameters')
      const names = asSequence(members)
      if (!asMapping(group) || !names) {
        report(members ?? group, 'This group has no list of parameters.', 'Add `parameters: [NAME]`.')
        continue
      }
      for (const item of names.items) {
        const name = asScalar(item)?.text ?? ''
        if (!declared.has(name)) {
          const help = didYouMean(name, declared, 'Remove it from this group.')
          report(item, `The template does not define the parameter "${name}".`, help)
        } else if (used.has(name))
          report(item, `"${name}" is already in a group.`, 'Remove it from this group.')
        used.add(name)
      }
    }
  },
})
