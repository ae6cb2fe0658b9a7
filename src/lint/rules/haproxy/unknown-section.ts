import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/unknown-section',
  severity: 'error',
  summary: 'the keyword of a section is misspelled',
  help: 'HAProxy reads a misspelled section keyword as an unknown keyword of the previous section, and refuses to start.',
  example: {
    bad: EXAMPLE.replace('backend keystone\n    option', 'backnd keystone\n    option'),
    good: EXAMPLE,
  },
  check({ sections }, report) {
    for (const { file, kind, keyword } of sections) {
      if (keyword.text === kind) continue
      report(
        { file, range: keyword.range },
        `HAProxy has no section "${keyword.text}".`,
        `Did you mean "${kind}"?`,
      )
    }
  },
})
