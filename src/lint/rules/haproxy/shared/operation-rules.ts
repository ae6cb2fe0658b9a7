import { EXAMPLE } from './example.js'
import { own, type ProxySection, type Section, type Statement, titleOf } from '../../../readers/haproxy/section.js'
import { haproxyRule, type Subject } from '../../../readers/haproxy/subject.js'
import type { Word } from '../../../readers/haproxy/words.js'

function globalsOf({ sections }: Subject): Section[] {
  return sections.filter(({ kind }) => kind === 'global')
}

/** The level of a stats socket: `operator` unless told otherwise. */
function levelOf({ words }: Statement): Word | 'operator' {
  const at = words.findIndex(({ text }) => text === 'level')
  return (at === -1 ? undefined : words[at + 1]) ?? 'operator'
}

function isAdmin(socket: Statement): boolean {
  const level = levelOf(socket)
  return level !== 'operator' && level.text === 'admin'
}

function socketsOf(subject: Subject): { file: string; socket: Statement }[] {
  return globalsOf(subject).flatMap((section) =>
    own(section, 'stats', 'socket').map((socket) => ({ file: section.file, socket })),
  )
}

export const statsSocketLevel = haproxyRule({
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
  *check(subject) {
    if (subject.serverControl === undefined) return
    const sockets = socketsOf(subject)
    const [first] = sockets
    if (!first || sockets.some(({ socket }) => isAdmin(socket) || isUnsure(socket))) return
    yield {
      file: first.file,
      range: first.socket.keyword.range,
      message: `The stats socket has no level admin, which the module community.general.haproxy in ${subject.serverControl} needs.`,
      help: 'Add `level admin`.',
    }
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

export const exposedStatsSocket = haproxyRule({
  id: 'haproxy/exposed-stats-socket',
  severity: 'warning',
  summary: 'the stats socket listens on the network',
  help: 'The stats socket asks for no password. On a TCP address other than the loopback everybody who reaches it can change maps and, with level admin, take all servers out of service. Use a socket file, or 127.0.0.1.',
  example: {
    bad: EXAMPLE.replace('/run/haproxy/admin.sock mode 660', 'ipv4@0.0.0.0:9999'),
    good: EXAMPLE,
  },
  *check(subject) {
    for (const { file, socket } of socketsOf(subject)) {
      const address = socket.words[2]
      const level = levelOf(socket)
      if (!address?.isKnown || (level !== 'operator' && level.text === 'user')) continue
      const host = /^(?:(?:ipv[46]|tcp[46]?)@)?(\*|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\]|):\d+$/i.exec(
        address.text,
      )?.[1]
      if (host === undefined || host.startsWith('127.') || host === '[::1]') continue
      yield {
        file,
        range: address.range,
        message: `The stats socket at ${address.text} takes commands from everybody who reaches it.`,
        help: 'Use a socket file, or 127.0.0.1.',
      }
    }
  },
})

export const serverState = haproxyRule({
  id: 'haproxy/server-state',
  severity: 'notice',
  summary: 'a reload forgets which servers were taken out of service',
  help: 'What is set at the stats socket (drain, maint, weights) is gone after a reload, so a server that is being worked on gets requests again. With server-state-file in global and load-server-state-from-file in defaults the new process takes the states over, if they are written right before each reload: `show servers state` into the file. An old file is worse than none.',
  example: {
    bad: EXAMPLE.replace('level operator', 'level admin'),
    good: EXAMPLE,
  },
  *check(subject) {
    if (subject.isOpen) return
    const sections = subject.sections.filter(({ kind }) => kind !== 'global')
    const loads = sections.some((section) => own(section, 'load-server-state-from-file').length > 0)
    const admin = socketsOf(subject).find(({ socket }) => isAdmin(socket))
    if (!admin || loads) return
    yield {
      file: admin.file,
      range: admin.socket.keyword.range,
      message:
        'Servers can be taken out of service here, and a reload puts them back: no server state is loaded.',
      help: 'Add `server-state-file` and `load-server-state-from-file global`, and write the file before each reload.',
    }
  },
})

export const stateFileUnset = haproxyRule({
  id: 'haproxy/state-file-unset',
  severity: 'warning',
  summary: 'server states are to be loaded from a file that is not named',
  help: '`load-server-state-from-file global` reads the file that server-state-file in global names. Without that line HAProxy warns and loads nothing.',
  example: {
    bad: EXAMPLE.replace('    mode http\n', '    mode http\n    load-server-state-from-file global\n'),
    good: EXAMPLE,
  },
  *check(subject) {
    const globals = globalsOf(subject)
    if (globals.length === 0 || subject.isOpen || globals.some(({ isOpaque }) => isOpaque)) return
    if (globals.some((section) => own(section, 'server-state-file').length > 0)) return
    for (const section of subject.sections) {
      const load = own(section, 'load-server-state-from-file').find(
        ({ words }) => words[1]?.text === 'global',
      )
      if (!load) continue
      yield {
        file: section.file,
        range: load.keyword.range,
        message: 'No server-state-file is set in global, so no server state is loaded.',
        help: 'Add `server-state-file` to global.',
      }
    }
  },
})

export const hardStop = haproxyRule({
  id: 'haproxy/hard-stop-after',
  severity: 'notice',
  summary: 'old processes may stay for ever after a reload',
  help: 'After a reload the old process goes on until its last connection ends, with its old configuration and its own health checks. Consoles, database connections and clients that never let go keep it for days, and each reload adds one. `hard-stop-after` ends it after a time.',
  example: { bad: EXAMPLE.replace('    hard-stop-after 10m\n', ''), good: EXAMPLE },
  *check(subject) {
    const globals = globalsOf(subject)
    const [first] = globals
    if (!first || subject.isOpen || globals.some(({ isOpaque }) => isOpaque)) return
    if (globals.some((section) => own(section, 'hard-stop-after').length > 0)) return
    // a file that only names a user or a log is a part of something larger
    if (subject.proxies.length === 0) return
    yield {
      file: first.file,
      range: first.keyword.range,
      message: 'Processes that a reload replaced may run for as long as one connection stays open.',
      help: 'Add `hard-stop-after`, for instance `hard-stop-after 30m`.',
    }
  },
})

const WEAK = new Set(
  'admin password passw0rd secret changeme changeit haproxy stats root test guest user default openstack 123456 12345678'.split(
    ' ',
  ),
)

export const openStats = haproxyRule({
  id: 'haproxy/open-stats',
  severity: 'warning',
  summary: 'the statistics page can be used by anybody',
  help: 'With `stats admin` the page takes servers out of service, so it needs a user and a password that nobody guesses: `stats auth` or `stats http-request auth`, and a condition that is narrower than TRUE.',
  example: {
    bad: `${EXAMPLE}\n${statistics('    stats admin if TRUE\n')}`,
    good: `${EXAMPLE}\n${statistics('    stats auth operator:"${STATS_PASSWORD}"\n    stats admin if TRUE\n')}`,
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      yield* weakPasswords(proxy)
      const admin = own(proxy, 'stats', 'admin').find(isAlways)
      const isAsked = [proxy, ...proxy.defaults].some(
        (section) =>
          section.isOpaque ||
          own(section, 'stats', 'auth').length > 0 ||
          own(section, 'stats', 'http-request').length > 0,
      )
      const isGuarded = own(proxy, 'http-request').some(({ words }) =>
        ['auth', 'deny', 'reject', 'silent-drop'].includes(words[1]?.text ?? ''),
      )
      if (!admin || isAsked || isGuarded || isLocal(proxy)) continue
      yield {
        file: proxy.file,
        range: admin.keyword.range,
        message: `Everybody who reaches ${titleOf(proxy)} can take servers out of service.`,
        help: 'Add `stats auth`, or a condition.',
      }
    }
  },
})

function isAlways({ words, isCertain }: Statement): boolean {
  return isCertain && words[2]?.text === 'if' && words[3]?.text === 'TRUE' && words.length === 4
}

/** Whether a proxy only listens on the loopback or at a socket file. */
function isLocal(proxy: ProxySection): boolean {
  const addresses = own(proxy, 'bind').flatMap(({ words }) => words[1]?.text.split(',') ?? [])
  return (
    addresses.length > 0 &&
    addresses.every((address) => /^(?:ipv[46]@)?(?:127\.|\[::1\]|localhost:|\/|unix@)/.test(address))
  )
}

function* weakPasswords(proxy: ProxySection) {
  for (const { words } of own(proxy, 'stats', 'auth')) {
    const word = words[2]
    const [, user, password] = /^([^:]*):(.*)$/.exec(word?.text ?? '') ?? []
    if (!word?.isKnown || user === undefined || password === undefined) continue
    if (password !== user && !WEAK.has(password.toLowerCase())) continue
    yield {
      file: proxy.file,
      range: word.range,
      message: `The password of the user "${user}" of the statistics page is one that everybody tries.`,
      help: 'Choose another one, and keep it out of the repository.',
    }
  }
}

function statistics(lines: string): string {
  return `listen statistics
    bind 10.0.0.9:1936
    stats enable
    stats uri /
${lines}`
}
