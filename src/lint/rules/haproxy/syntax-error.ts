import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/syntax-error',
  severity: 'error',
  summary: 'a quote is not closed, or the last line has no line feed',
  help: 'A quote must be closed on its own line. The last line must end with a line feed: without it HAProxy assumes that the file was truncated, and refuses to start.',
  example: { bad: EXAMPLE.trimEnd(), good: EXAMPLE },
  check({ openQuotes, cutOff }, report) {
    for (const place of openQuotes) report(place, 'This quote is not closed on its line.', 'Close the quote.')
    for (const place of cutOff) {
      report(
        place,
        'The last line has no line feed, so HAProxy assumes that the file was truncated.',
        'End the last line with a line feed.',
      )
    }
  },
})
