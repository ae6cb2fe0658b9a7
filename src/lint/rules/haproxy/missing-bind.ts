import { own, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

export default haproxyRule({
  id: 'haproxy/missing-bind',
  severity: 'warning',
  summary: 'a frontend listens nowhere',
  help: 'A frontend without bind gets no connections. HAProxy warns, and refuses to start when nothing else listens.',
  example: { bad: `${EXAMPLE}\nfrontend glance\n    default_backend keystone\n`, good: EXAMPLE },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      if (proxy.kind !== 'frontend' || proxy.isOpaque || !proxy.name) continue
      if (own(proxy, 'bind').length > 0) continue
      report(
        { file: proxy.file, range: proxy.name.range },
        `The ${titleOf(proxy)} has no bind line.`,
        'Add one, or remove the frontend.',
      )
    }
  },
})
