import { haproxyRule, type Subject } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

export default haproxyRule({
  id: 'haproxy/unknown-section',
  severity: 'error',
  summary: 'the word that opens a section is misspelled',
  help: 'HAProxy takes a misspelled section for a keyword of the section before, which it does not know, and refuses to start.',
  example: {
    bad: EXAMPLE.replace('backend keystone\n    option', 'backnd keystone\n    option'),
    good: EXAMPLE,
  },
  check({ sections }: Subject, report) {
    for (const { file, kind, keyword } of sections) {
      if (keyword.text === kind) continue
      report(
        { file, range: keyword.range },
        `HAProxy knows no section "${keyword.text}".`,
        `Did you mean "${kind}"?`,
      )
    }
  },
})
