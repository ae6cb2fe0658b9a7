import { own } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { globalsOf } from './shared/operation-rules.js'

export default haproxyRule({
  id: 'haproxy/state-file-unset',
  severity: 'warning',
  summary: 'server states are to be loaded from a file that is not named',
  help: '`load-server-state-from-file global` reads the file that server-state-file in global names. Without that line HAProxy warns and loads nothing.',
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
        'No server-state-file is set in global, so no server state is loaded.',
        'Add `server-state-file` to global.',
      )
    }
  },
})
