import { didYouMean } from '../../engine/speller.js'
import { own, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/undefined-server',
  severity: 'error',
  summary: 'a use-server rule names a server that the backend does not have',
  help: 'use-server sends requests to one server of the same backend. HAProxy refuses to start if the backend has no server of that name.',
  example: {
    bad: EXAMPLE.replace('    option httpchk', '    use-server infra3 if METH_GET\n    option httpchk'),
    good: EXAMPLE.replace('    option httpchk', '    use-server infra1 if METH_GET\n    option httpchk'),
  },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      if (!proxy.isBackend || proxy.isOpaque || own(proxy, 'server-template').length > 0) continue
      const names = own(proxy, 'server').flatMap(({ words }) => words[1] ?? [])
      if (names.some(({ isKnown }) => !isKnown)) continue
      const known = new Set(names.map(({ text }) => text))
      for (const { words } of own(proxy, 'use-server')) {
        const target = words[1]
        if (!target?.isKnown || target.text.includes('%[') || known.has(target.text)) continue
        report(
          { file: proxy.file, range: target.range },
          `The ${titleOf(proxy)} has no server "${target.text}".`,
          didYouMean(target.text, known, 'Use one of its servers.'),
        )
      }
    }
  },
})
