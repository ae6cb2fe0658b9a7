import { own } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { globalsOf } from './shared/operation-rules.js'

export default haproxyRule({
  id: 'haproxy/hard-stop-after',
  severity: 'notice',
  summary: 'old processes may stay for ever after a reload',
  help: 'After a reload the old process goes on until its last connection ends, with its old configuration and its own health checks. Consoles, database connections and clients that never let go keep it for days, and each reload adds one. `hard-stop-after` ends it after a time.',
  example: { bad: EXAMPLE.replace('    hard-stop-after 10m\n', ''), good: EXAMPLE },
  check(subject, report) {
    const globals = globalsOf(subject)
    const [first] = globals
    if (!first || subject.isOpen || globals.some(({ isOpaque }) => isOpaque)) return
    if (globals.some((section) => own(section, 'hard-stop-after').length > 0)) return
    // a file that only names a user or a log is a part of something larger
    if (subject.proxies.length === 0) return
    report(
      { file: first.file, range: first.keyword.range },
      'Processes that a reload replaced may run for as long as one connection stays open.',
      'Add `hard-stop-after`, for instance `hard-stop-after 30m`.',
    )
  },
})
