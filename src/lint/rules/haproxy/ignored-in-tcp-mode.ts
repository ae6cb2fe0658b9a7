import { modeOf, own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

const FORWARDED = 'http-request set-header X-Forwarded-Proto https\n'

const HTTP_RULES = ['http-request', 'http-response', 'http-after-response']

export default haproxyRule({
  id: 'haproxy/ignored-in-tcp-mode',
  severity: 'warning',
  summary: 'a proxy in mode tcp has HTTP rules',
  help: 'In mode tcp HAProxy forwards data without parsing it. It ignores http-request and http-response rules, with a warning. The mode is tcp unless the section or its defaults set `mode http`.',
  example: {
    bad: EXAMPLE.replaceAll('mode http', 'mode tcp').replace(
      '    default_backend',
      `    ${FORWARDED}    default_backend`,
    ),
    good: EXAMPLE.replace('    default_backend', `    ${FORWARDED}    default_backend`),
  },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      const [first] = HTTP_RULES.flatMap((name) => own(proxy, name))
      if (!first || modeOf(proxy) !== 'tcp' || switchesMode(proxy)) continue
      report(
        { file: proxy.file, range: first.keyword.range },
        `HAProxy ignores the ${first.keyword.text} rules in ${titleOf(proxy)} because its mode is tcp.`,
        'Set `mode http`, or remove the rules.',
      )
    }
  },
})

/** Since HAProxy 2.4, a tcp-request rule can switch a connection to HTTP. */
function switchesMode(proxy: ProxySection): boolean {
  return own(proxy, 'tcp-request').some(({ words }) => words[2]?.text === 'switch-mode')
}
