import { effective, own, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

export default haproxyRule({
  id: 'haproxy/source-hash',
  severity: 'notice',
  summary: 'balance source moves nearly all clients when one server goes',
  help: 'With `balance source` the client decides the server, by a hash over the servers that are there. Unless `hash-type consistent` is set, nearly every client gets another server when one of them is drained, stopped or comes back, so a rolling restart breaks all sessions again and again.',
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
        `When one server of ${titleOf(proxy)} goes, nearly all clients are moved to another one.`,
        'Add `hash-type consistent`.',
      )
    }
  },
})
