import { modeOf, own, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/mode-mismatch',
  severity: 'error',
  summary: 'a frontend in mode http uses a backend in mode tcp',
  help: 'HAProxy refuses to start if a frontend in mode http sends requests to a backend in mode tcp. Give both the same mode, preferably in defaults.',
  example: {
    bad: EXAMPLE.replace('    option httpchk', '    mode tcp\n    option httpchk'),
    good: EXAMPLE,
  },
  check({ proxies, isWhole }, report) {
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
          `The ${titleOf(proxy)} is in mode http, but its backend "${target.text}" is in mode tcp.`,
          'Give both the same mode.',
        )
      }
    }
  },
})
