import { defineRule } from '../../engine/rule.js'
import { isPlainSecretNode } from '../../engine/secrets.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { secretParameters } from '../../readers/heat/parameters.js'
import { withPassword } from './shared/examples.js'

export default defineRule<HotTemplate>({
  id: 'heat/secret-in-default',
  severity: 'warning',
  summary: 'a parameter for a secret has a default',
  help: 'Everyone who can read the repository can read a default, and all stacks without another value have the same secret. Remove the default so that each stack requires its own secret, or generate the secret with OS::Heat::RandomString.',
  example: { bad: withPassword(', hidden: true, default: linux'), good: withPassword(', hidden: true') },
  check({ parameters }, report) {
    for (const { name, default: given } of secretParameters(parameters)) {
      if (given && isPlainSecretNode(given, 'literal'))
        report(given, `The default of "${name}" is a secret in plain text.`, 'Remove the default.')
    }
  },
})
