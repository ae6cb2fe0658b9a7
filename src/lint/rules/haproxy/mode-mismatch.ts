import { modeOf, own, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule, type Subject } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

export default haproxyRule({
  id: 'haproxy/mode-mismatch',
  severity: 'error',
  summary: 'an HTTP frontend uses a TCP backend',
  help: 'HAProxy refuses to start when a frontend in mode http sends its requests to a backend in mode tcp. Give both the same mode, best in defaults.',
  example: {
    bad: EXAMPLE.replace('    option httpchk', '    mode tcp\n    option httpchk'),
    good: EXAMPLE,
  },
  check({ proxies, isWhole }: Subject, report) {
    if (!isWhole) return
    const tcp = new Set<string>()
    for (const proxy of proxies) {
      if (proxy.isBackend && proxy.name && modeOf(proxy) === 'tcp') tcp.add(proxy.name.text)
    }
    for (const proxy of proxies) {
      if (!proxy.isFrontend || modeOf(proxy) !== 'http') continue
      for (const { words, isCertain } of [...own(proxy, 'use_backend'), ...own(proxy, 'default_backend')]) {
        const target = words[1]
        if (!target?.isKnown || !isCertain || !tcp.has(target.text)) continue
        report(
          { file: proxy.file, range: target.range },
          `The ${titleOf(proxy)} is in mode http, its backend "${target.text}" in mode tcp.`,
          'Give both the same mode.',
        )
      }
    }
  },
})
