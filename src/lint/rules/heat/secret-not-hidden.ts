import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { secrets, template } from './shared/secret-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/secret-not-hidden',
  severity: 'warning',
  summary: 'a parameter that looks like a secret is not hidden',
  help: 'Heat shows the value of a parameter to everybody who may look at the stack, and stores it in clear text. With hidden: true it shows stars, and encrypts it where encrypt_parameters_and_properties is set.',
  example: { bad: template(''), good: template(', hidden: true') },
  check(subject, report) {
    for (const { entry, name, isHidden } of secrets(subject)) {
      if (isHidden) continue
      report(
        { range: entry.keyRange },
        `The parameter "${name}" looks like a secret and is not hidden.`,
        'Add  hidden: true.',
      )
    }
  },
})
