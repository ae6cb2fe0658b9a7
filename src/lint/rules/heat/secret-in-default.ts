import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { secrets, template } from './shared/secret-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/secret-in-default',
  severity: 'warning',
  summary: 'a parameter that looks like a secret has a default',
  help: 'A default stands in the repository for everybody to read, and every stack that nobody gives another value has the same secret. Leave the default out, so that each stack is asked for its own, or let OS::Heat::RandomString make one.',
  example: { bad: template(', hidden: true, default: linux'), good: template(', hidden: true') },
  check(subject, report) {
    for (const { name, default: given } of secrets(subject)) {
      const scalar = asScalar(given)
      if (!given || !scalar || scalar.text === '' || isTemplatedValue(scalar.text)) continue
      report(given, `The default of "${name}" puts a secret into the repository.`, 'Leave the default out.')
    }
  },
})
