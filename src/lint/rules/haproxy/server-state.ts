import { own } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { isAdmin, socketsOf } from './shared/operation-rules.js'

export default haproxyRule({
  id: 'haproxy/server-state',
  severity: 'notice',
  summary: 'a reload forgets which servers were taken out of service',
  help: 'What is set at the stats socket (drain, maint, weights) is gone after a reload, so a server that is being worked on gets requests again. With server-state-file in global and load-server-state-from-file in defaults the new process takes the states over, if they are written right before each reload: `show servers state` into the file. An old file is worse than none.',
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
      'Servers can be taken out of service here, and a reload puts them back: no server state is loaded.',
      'Add `server-state-file` and `load-server-state-from-file global`, and write the file before each reload.',
    )
  },
})
