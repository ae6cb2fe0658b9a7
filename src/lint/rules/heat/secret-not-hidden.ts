import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { secretParameters } from '../../readers/heat/parameters.js'
import { withPassword } from './shared/examples.js'

export default defineRule<HotTemplate>({
  id: 'heat/secret-not-hidden',
  severity: 'warning',
  summary: 'a parameter for a secret is not hidden',
  help: 'Heat shows the value of a parameter to everyone who can view the stack, and stores it in plain text. With `hidden: true` it shows asterisks, and encrypts the value if encrypt_parameters_and_properties is set.',
  example: { bad: withPassword(''), good: withPassword(', hidden: true') },
  check({ parameters }, report) {
    for (const { entry, name, isHidden } of secretParameters(parameters)) {
      if (isHidden) continue
      report(
        { range: entry.keyRange },
        `The parameter "${name}" is for a secret but is not hidden.`,
        'Add `hidden: true`.',
      )
    }
  },
})
