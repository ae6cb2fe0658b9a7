import { levelOf, socketsOf } from '../../readers/haproxy/stats-socket.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/exposed-stats-socket',
  severity: 'warning',
  summary: 'the stats socket listens on the network',
  help: 'The stats socket asks for no password. On a TCP address other than the loopback address, every client that reaches it can change maps and, with level admin, disable all servers. Use a socket file, or 127.0.0.1.',
  example: {
    bad: EXAMPLE.replace('/run/haproxy/admin.sock mode 660', 'ipv4@0.0.0.0:9999'),
    good: EXAMPLE,
  },
  check(subject, report) {
    for (const { file, socket } of socketsOf(subject)) {
      const address = socket.words[2]
      const level = levelOf(socket)
      if (!address?.isKnown || (level !== 'operator' && level.text === 'user')) continue
      const host = /^(?:(?:ipv[46]|tcp[46]?)@)?(\*|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\]|):\d+$/i.exec(
        address.text,
      )?.[1]
      if (host === undefined || host.startsWith('127.') || host === '[::1]') continue
      report(
        { file, range: address.range },
        `The stats socket at ${address.text} accepts commands from every client that reaches it.`,
        'Use a socket file, or 127.0.0.1.',
      )
    }
  },
})
