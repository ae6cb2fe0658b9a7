import { declaredRule } from '../../engine/declared.js'
import { keywordUses } from '../../readers/haproxy/keyword-uses.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule(
  declaredRule({
    id: 'haproxy/unknown-keyword',
    severity: 'error',
    summary: 'a keyword, an option or a setting is misspelled',
    help: 'HAProxy refuses to start if it does not know a word. The rule reports words that are nearly one of those that HAProxy 2.4 to 3.4 know. It ignores other unknown words, since a newer release may know them.',
    example: { bad: EXAMPLE.replace('default_backend', 'default-backend'), good: EXAMPLE },
    uses: keywordUses,
    reports: 'misspelled',
    describe: ({ what, name, meant }) => ({
      message: `HAProxy has no ${what} "${name}".`,
      help: `Did you mean "${meant}"?`,
    }),
  }),
)
