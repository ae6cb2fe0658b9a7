import { checkOf, chosenChecks, httpSteps } from '../../readers/haproxy/health-check.js'
import { own, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/http-check-sends-nothing',
  severity: 'error',
  summary: 'a health check expects an answer without sending a request',
  help: 'The first http-check rule of a backend replaces all inherited ones, including the request of `option httpchk` in defaults. With `http-check expect` alone, HAProxy connects, sends nothing and waits until the check times out, so all servers are down. Repeat `option httpchk` in the backend, or add `http-check send`.',
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
        `The http-check rules in ${titleOf(proxy)} replace the inherited ones and send no request, so its servers are never healthy.`,
        'Add `option httpchk` or `http-check send` before it.',
      )
    }
  },
})
