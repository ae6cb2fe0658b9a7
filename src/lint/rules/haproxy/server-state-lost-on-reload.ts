import { own } from '../../readers/haproxy/section.js'
import { isAdmin, socketsOf } from '../../readers/haproxy/stats-socket.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/server-state-lost-on-reload',
  severity: 'notice',
  summary: 'a reload forgets which servers are disabled',
  help: 'A reload resets what was set at the stats socket (drain, maint, weights), so a server under maintenance receives requests again. With server-state-file in global and load-server-state-from-file in defaults, the new process restores the states. Write the output of `show servers state` to that file right before each reload: an outdated file is worse than none.',
  example: {
    bad: EXAMPLE.replace('level operator', 'level admin'),
    good: EXAMPLE,
  },
  check(subject, report) {
    if (subject.isOpen) return
    const sections = subject.sections.filter(({ kind }) => kind !== 'global')
    const loads = sections.some((section) => own(section, 'load-server-state-from-file').length > 0)
    const admin = socketsOf(subject).find(({ socket }) => isAdmin(socket))
    if (!admin || loads) return
    report(
      { file: admin.file, range: admin.socket.keyword.range },
      'This socket can disable servers, and a reload enables them again because no server state is loaded.',
      'Add `server-state-file` and `load-server-state-from-file global`, and write the file before each reload.',
    )
  },
})
