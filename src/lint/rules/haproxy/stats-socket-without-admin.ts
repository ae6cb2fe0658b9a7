import type { Statement } from '../../readers/haproxy/section.js'
import { isAdmin, socketsOf } from '../../readers/haproxy/stats-socket.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/stats-socket-without-admin',
  severity: 'notice',
  summary: 'a playbook disables servers, but no stats socket has level admin',
  help: 'The module community.general.haproxy uses `disable server` and `set server`, which need the level admin. The default level of a stats socket is operator, and its answer is "Permission denied". To change maps, as a changeover does, the level operator is enough.',
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
      `The module community.general.haproxy in ${subject.serverControl} needs a stats socket of level admin, and there is none.`,
      'Add `level admin` to the stats socket.',
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
