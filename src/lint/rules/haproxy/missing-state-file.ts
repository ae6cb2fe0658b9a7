import { own } from '../../readers/haproxy/section.js'
import { globalsOf } from '../../readers/haproxy/stats-socket.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/missing-state-file',
  severity: 'warning',
  summary: 'load-server-state-from-file without server-state-file',
  help: '`load-server-state-from-file global` reads the file that server-state-file in global names. Without that line, HAProxy warns and loads nothing.',
  example: {
    bad: EXAMPLE.replace('    mode http\n', '    mode http\n    load-server-state-from-file global\n'),
    good: EXAMPLE,
  },
  check(subject, report) {
    const globals = globalsOf(subject)
    if (globals.length === 0 || subject.isOpen || globals.some(({ isOpaque }) => isOpaque)) return
    if (globals.some((section) => own(section, 'server-state-file').length > 0)) return
    for (const section of subject.sections) {
      const load = own(section, 'load-server-state-from-file').find(
        ({ words }) => words[1]?.text === 'global',
      )
      if (!load) continue
      report(
        { file: section.file, range: load.keyword.range },
        'No server state is loaded because global sets no server-state-file.',
        'Add `server-state-file` to global.',
      )
    }
  },
})
