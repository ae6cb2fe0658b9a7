import { own } from '../../readers/haproxy/section.js'
import { globalsOf } from '../../readers/haproxy/stats-socket.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/missing-hard-stop-after',
  severity: 'notice',
  summary: 'old processes may run forever after a reload',
  help: 'After a reload, the old process continues with its old configuration and its own health checks until its last connection ends. Consoles, database connections and clients that never disconnect keep it running for days, and each reload adds another process. `hard-stop-after` limits this time.',
  example: { bad: EXAMPLE.replace('    hard-stop-after 10m\n', ''), good: EXAMPLE },
  check(subject, report) {
    const globals = globalsOf(subject)
    const [first] = globals
    if (!first || subject.isOpen || globals.some(({ isOpaque }) => isOpaque)) return
    if (globals.some((section) => own(section, 'hard-stop-after').length > 0)) return
    // a file that only sets a user or a log is a part of a larger configuration
    if (subject.proxies.length === 0) return
    report(
      { file: first.file, range: first.keyword.range },
      'Without `hard-stop-after`, the old process runs after a reload for as long as one connection is open.',
      'Add `hard-stop-after`, for example `hard-stop-after 30m`.',
    )
  },
})
