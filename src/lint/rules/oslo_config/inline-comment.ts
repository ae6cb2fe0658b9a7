import { declaredRule } from '../../engine/declared.js'
import { valueUses } from '../../readers/oslo_config/uses.js'

export default declaredRule({
  id: 'oslo_config/inline-comment',
  severity: 'error',
  summary: 'a comment after a value is part of the value',
  help: 'oslo.config only recognizes comments on lines of their own that start with "#" or ";" in the first column. A comment after a value becomes part of the value. If the value is then invalid for its type, the service does not start, and this is an error; in free text it is a warning. Move the comment to the line above.',
  example: {
    bad: '[oslo_messaging_rabbit]\nheartbeat_rate = 3 # times in a timeout\n',
    good: '[oslo_messaging_rabbit]\n# times in a timeout\nheartbeat_rate = 3\n',
  },
  uses: valueUses,
  reports: 'with_comment',
  describe: ({ option, isInvalid }) => ({
    message: `The comment is part of the value of ${option.title}.`,
    help: 'Move it to a line of its own above.',
    severity: isInvalid ? 'error' : 'warning',
  }),
})
