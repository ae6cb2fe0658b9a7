import { named, optionRule, partOf } from '../../readers/oslo_config/rule.js'
import { commentIn } from './shared/value-rules.js'

export default optionRule(
  {
    id: 'oslo_config/inline-comment',
    severity: 'error',
    summary: 'A comment behind a value, which is part of it',
    help: 'oslo.config knows comments only on lines of their own that begin with "#" or ";" in the first column: behind a value they are part of it. Where the value then is not of its type the service does not start, and this is an error; in a text it is a warning. Move the comment to the line above.',
    example: {
      bad: '[oslo_messaging_rabbit]\nheartbeat_rate = 3 # times in a timeout\n',
      good: '[oslo_messaging_rabbit]\n# times in a timeout\nheartbeat_rate = 3\n',
    },
  },
  (option, section) => {
    const comment = commentIn(option)
    if (!comment) return undefined
    return {
      range: partOf(option, comment.at, comment.text.length),
      message: `The comment is part of the value of ${named(section.ini.name, option.ini.name)}.`,
      help: 'Move it to a line of its own above.',
      severity: comment.isRefused ? 'error' : 'warning',
    }
  },
)
