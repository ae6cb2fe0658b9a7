import type { Statement } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

/** In the order in which HAProxy works through them. */
const STAGES: readonly string[] = ['tcp-request', 'http-request', 'redirect', 'use_backend', 'use-server']

export default haproxyRule({
  id: 'haproxy/rule-order',
  severity: 'warning',
  summary: 'a rule stands below rules that come after it',
  help: 'HAProxy works through all tcp-request rules, then through all http-request rules, then redirect, and at last use_backend, wherever they are written. A deny below a use_backend therefore acts before it. HAProxy warns, since the file reads as if it were otherwise.',
  example: {
    bad: EXAMPLE.replace(
      '    default_backend',
      '    redirect location /v3 if { path / }\n    http-request deny if { path_beg /admin }\n    default_backend',
    ),
    good: EXAMPLE.replace(
      '    default_backend',
      '    http-request deny if { path_beg /admin }\n    redirect location /v3 if { path / }\n    default_backend',
    ),
  },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      let latest: Statement | undefined
      for (const statement of proxy.statements) {
        const stage = STAGES.indexOf(statement.keyword.text)
        if (stage === -1) continue
        if (latest && stage < STAGES.indexOf(latest.keyword.text)) {
          report(
            { file: proxy.file, range: statement.keyword.range },
            `This ${statement.keyword.text} rule acts before the ${latest.keyword.text} rule in line ${latest.keyword.range.start.line}, below which it stands.`,
            `Move it above line ${latest.keyword.range.start.line}.`,
          )
        } else latest = statement
      }
    }
  },
})
