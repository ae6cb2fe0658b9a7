import { own, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/missing-bind',
  severity: 'warning',
  summary: 'a frontend has no bind line',
  help: 'A frontend without bind receives no connections. HAProxy warns, and refuses to start if no other proxy listens.',
  example: { bad: `${EXAMPLE}\nfrontend glance\n    default_backend keystone\n`, good: EXAMPLE },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      if (proxy.kind !== 'frontend' || proxy.isOpaque || !proxy.name) continue
      if (own(proxy, 'bind').length > 0) continue
      report(
        { file: proxy.file, range: proxy.name.range },
        `The ${titleOf(proxy)} has no bind line.`,
        'Add a bind line, or remove the frontend.',
      )
    }
  },
})
