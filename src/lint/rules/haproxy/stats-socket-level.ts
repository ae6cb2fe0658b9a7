import type { Statement } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { isAdmin, socketsOf } from './shared/operation-rules.js'

export default haproxyRule({
  id: 'haproxy/stats-socket-level',
  severity: 'notice',
  summary: 'a playbook changes servers, and no stats socket lets it',
  help: 'The module community.general.haproxy takes servers out of service with `disable server` and `set server`, which need the level admin; a stats socket has the level operator unless it is told otherwise, and answers "Permission denied". Changing maps, as a changeover does, needs no more than operator.',
  example: {
    bad: { 'haproxy.cfg': EXAMPLE, 'site.yml': playbook() },
    good: {
      'haproxy.cfg': EXAMPLE.replace(
        'level operator\n',
        'level admin\n    server-state-file /var/lib/haproxy/state\n',
      ).replace('    mode http\n', '    mode http\n    load-server-state-from-file global\n'),
      'site.yml': playbook(),
    },
  },
  check(subject, report) {
    if (subject.serverControl === undefined) return
    const sockets = socketsOf(subject)
    const [first] = sockets
    if (!first || sockets.some(({ socket }) => isAdmin(socket) || isUnsure(socket))) return
    report(
      { file: first.file, range: first.socket.keyword.range },
      `The stats socket has no level admin, which the module community.general.haproxy in ${subject.serverControl} needs.`,
      'Add `level admin`.',
    )
  },
})

function isUnsure(statement: Statement): boolean {
  return !statement.isCertain || statement.words.some(({ isKnown }, at) => !isKnown && at > 2)
}

function playbook(): string {
  return `- name: Take a server out of service
  hosts: haproxy
  tasks:
    - name: Drain
      community.general.haproxy:
        state: disabled
        host: infra1
        backend: keystone
`
}
