import { EXAMPLE } from './example.js'
import { haproxyRule } from '../../../readers/haproxy/subject.js'

export const syntax = haproxyRule({
  id: 'haproxy/syntax',
  severity: 'error',
  summary: 'a quote that is not closed, or a last line without its end',
  help: 'Quotes do not go on over the end of a line. The last line needs its line feed: without it HAProxy takes the file to be cut off, and refuses to start.',
  example: { bad: EXAMPLE.trimEnd(), good: EXAMPLE },
  *check({ openQuotes, cutOff }) {
    for (const { file, range } of openQuotes) {
      yield { file, range, message: 'This quote is not closed on its line.', help: 'Close it.' }
    }
    for (const { file, range } of cutOff) {
      yield {
        file,
        range,
        message: 'The last line has no line feed: HAProxy takes the file to be cut off.',
        help: 'End the file with an empty line.',
      }
    }
  },
})
