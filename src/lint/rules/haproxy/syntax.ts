import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

export default haproxyRule({
  id: 'haproxy/syntax',
  severity: 'error',
  summary: 'a quote that is not closed, or a last line without its end',
  help: 'Quotes do not go on over the end of a line. The last line needs its line feed: without it HAProxy takes the file to be cut off, and refuses to start.',
  example: { bad: EXAMPLE.trimEnd(), good: EXAMPLE },
  check({ openQuotes, cutOff }, report) {
    for (const { file, range } of openQuotes) {
      report({ file, range }, 'This quote is not closed on its line.', 'Close it.')
    }
    for (const { file, range } of cutOff) {
      report(
        { file, range },
        'The last line has no line feed: HAProxy takes the file to be cut off.',
        'End the file with an empty line.',
      )
    }
  },
})
