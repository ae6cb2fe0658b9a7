import type { Statement } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

/** In the order in which HAProxy evaluates them. */
const STAGES: readonly string[] = ['tcp-request', 'http-request', 'redirect', 'use_backend', 'use-server']

export default haproxyRule({
  id: 'haproxy/rule-out-of-order',
  severity: 'warning',
  summary: 'a rule is below rules that are evaluated after it',
  help: 'HAProxy evaluates all tcp-request rules first, then all http-request rules, then redirect and finally use_backend, regardless of their order in the file. A deny below a use_backend therefore takes effect before it. HAProxy warns about this, since the file suggests another order.',
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
          const { line } = latest.keyword
          report(
            { file: proxy.file, range: statement.keyword.range },
            `HAProxy evaluates this ${statement.keyword.text} rule before the ${latest.keyword.text} rule in line ${line}, which is above it.`,
            `Move it above line ${line}.`,
          )
        } else latest = statement
      }
    }
  },
})
