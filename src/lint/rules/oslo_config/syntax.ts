import type { IniProblem } from '../../readers/oslo_config/ini.js'
import { fileRule } from '../../readers/oslo_config/rule.js'

type Kind = Exclude<IniProblem['kind'], 'no-section'>

const MESSAGES: Readonly<Record<Kind, (text: string) => string>> = {
  'unclosed-section': (text) => `The section "${text}" does not end with "]".`,
  'empty-section': () => 'The section has no name.',
  'no-assignment': (text) => `The line "${text}" is no option: there is no "=" in it.`,
  'empty-name': (text) => `The line "${text}" has no name before its "=".`,
  'unexpected-continuation': () => 'The line begins with space, but there is no value above that it goes on.',
}

const HELPS: Readonly<Record<Kind, string>> = {
  'unclosed-section': 'Write the section as [name], with nothing behind it, not even a comment.',
  'empty-section': 'Write the name between the brackets.',
  'no-assignment': 'Write name = value, or begin the line with "#" when it is a comment.',
  'empty-name': 'Write the name of the option before the "=".',
  'unexpected-continuation':
    'Begin the line in its first column, comments too; only the lines of one value are indented.',
}

export default fileRule(
  {
    id: 'oslo_config/syntax',
    severity: 'error',
    summary: 'A line that oslo.config refuses',
    help: 'oslo.config stops at the first line that it cannot read, and the service does not start. A section is [name] and nothing else on its line, an option is name = value, and a line that begins with space goes on the value above: behind a blank line, a comment or a section there is none. Correct the line.',
    example: {
      bad: '[DEFAULT]\ntransport_url = {{ transport_url }}\n\n[database] # of Nova\nconnection = {{ connection }}\n',
      good: '[DEFAULT]\ntransport_url = {{ transport_url }}\n\n# of Nova\n[database]\nconnection = {{ connection }}\n',
    },
  },
  function* ({ ini }) {
    for (const { kind, range, text } of ini.problems) {
      if (kind === 'no-section') continue
      yield { range, message: MESSAGES[kind](shortened(text)), help: HELPS[kind] }
    }
  },
)

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
