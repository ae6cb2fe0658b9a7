import { effective, own, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/inconsistent-source-hash',
  severity: 'notice',
  summary: 'balance source without consistent hashing',
  help: 'With `balance source`, the address of the client selects the server, by a hash over the available servers. Without `hash-type consistent`, nearly every client gets another server when one of them is drained, stops or comes back. A rolling restart then breaks all sessions again and again.',
  example: {
    bad: EXAMPLE.replace('    option httpchk', '    balance source\n    option httpchk'),
    good: EXAMPLE.replace(
      '    option httpchk',
      '    balance source\n    hash-type consistent\n    option httpchk',
    ),
  },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      const balance = own(proxy, 'balance').at(-1)
      const algorithm = balance?.words[1]
      if (!balance?.isCertain || algorithm?.text !== 'source') continue
      const type = effective(proxy, 'hash-type').at(-1)?.words[1]
      if (type && (!type.isKnown || type.text === 'consistent')) continue
      report(
        { file: proxy.file, range: algorithm.range },
        `If one server of ${titleOf(proxy)} stops, nearly all clients get another server.`,
        'Add `hash-type consistent`.',
      )
    }
  },
})
