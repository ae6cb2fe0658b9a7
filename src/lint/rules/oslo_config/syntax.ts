import { defineRule } from '../../engine/rule.js'
import type { ConfigFiles } from '../../readers/oslo_config/config.js'
import type { IniProblem } from '../../readers/oslo_config/ini.js'

type Kind = Exclude<IniProblem['kind'], 'no-section'>

const WORDS: Readonly<Record<Kind, (line: string) => [message: string, help: string]>> = {
  'unclosed-section': (line) => [
    `The section header "${line}" does not end with "]".`,
    'Write [name], with nothing after it on the line, not even a comment.',
  ],
  'empty-section': () => ['The section header has no name.', 'Write the name between the brackets.'],
  'no-assignment': (line) => [
    `The line "${line}" is not an option: it has no "=".`,
    'Write name = value, or start the line with "#" to make it a comment.',
  ],
  'empty-name': (line) => [
    `The line "${line}" has no name before the "=".`,
    'Write the name of the option before the "=".',
  ],
  'unexpected-continuation': () => [
    'The line is indented, but there is no value above that it could continue.',
    'Start the line in its first column, even if it is a comment. Only indent the lines of a value.',
  ],
}

export default defineRule<ConfigFiles>({
  id: 'oslo_config/syntax',
  severity: 'error',
  summary: 'oslo.config cannot parse a line',
  help: 'oslo.config stops at the first line that it cannot parse, and the service does not start. A section header is [name] with nothing else on its line, an option is name = value, and an indented line continues the value above. After a blank line, a comment or a section header, there is no value to continue. Correct the line.',
  example: {
    bad: '[DEFAULT]\ntransport_url = {{ transport_url }}\n\n[database] # of Nova\nconnection = {{ connection }}\n',
    good: '[DEFAULT]\ntransport_url = {{ transport_url }}\n\n# of Nova\n[database]\nconnection = {{ connection }}\n',
  },
  check({ files }, report) {
    for (const { path: file, ini } of files) {
      for (const { kind, range, text } of ini.problems) {
        if (kind === 'no-section') continue
        report({ file, range }, ...WORDS[kind](text.length > 60 ? `${text.slice(0, 57)}…` : text))
      }
    }
  },
})
