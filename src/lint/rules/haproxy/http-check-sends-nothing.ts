import { own, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { checkOf, chosenChecks, httpSteps } from './shared/health-rules.js'

export default haproxyRule({
  id: 'haproxy/http-check-sends-nothing',
  severity: 'error',
  summary: 'a backend waits for an answer without asking',
  help: 'The first http-check rule of a backend replaces all that it inherits, also the request that `option httpchk` in defaults stands for. With `http-check expect` alone HAProxy connects, sends nothing and waits until the check times out: all servers are down. Repeat `option httpchk` in the backend, or add `http-check send`.',
  example: {
    bad: EXAMPLE.replace('    option httpchk\n    http-check send meth GET uri /healthcheck\n', '').replace(
      '    mode http\n',
      '    mode http\n    option httpchk GET /healthcheck\n',
    ),
    good: EXAMPLE,
  },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      if (!proxy.isBackend || proxy.isOpaque || chosenChecks(proxy).size > 0) {
        continue
      }
      const steps = httpSteps(proxy)
      const expects = steps.find(({ words }) => words[1]?.text === 'expect')
      if (!expects?.isCertain || checkOf(proxy) !== 'httpchk' || own(proxy, 'http-check', 'send').length > 0)
        continue
      report(
        { file: proxy.file, range: expects.keyword.range },
        `The http-check rules in ${titleOf(proxy)} replace the inherited ones and send no request: its servers are never healthy.`,
        'Put `option httpchk` or `http-check send` before it.',
      )
    }
  },
})
