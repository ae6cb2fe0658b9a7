import { own, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { hint } from './shared/reference-rules.js'

export default haproxyRule({
  id: 'haproxy/undefined-server',
  severity: 'error',
  summary: 'a rule names a server that the backend does not have',
  help: 'use-server sends requests to one server of its own backend. HAProxy refuses to start when the backend has no server of that name.',
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
          `There is no server "${target.text}" in ${titleOf(proxy)}.`,
          hint(target.text, known, 'Name one of its servers.'),
        )
      }
    }
  },
})
