import { modeOf, own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

const FORWARDED = 'http-request set-header X-Forwarded-Proto https\n'

const HTTP_RULES = ['http-request', 'http-response', 'http-after-response']

export default haproxyRule({
  id: 'haproxy/ignored-in-tcp-mode',
  severity: 'warning',
  summary: 'rules for HTTP in a proxy that does not speak it',
  help: 'In mode tcp HAProxy passes on what it gets without reading it, so it ignores http-request and http-response rules, with a warning. The mode is tcp unless the section or its defaults say `mode http`.',
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
        `HAProxy ignores the ${first.keyword.text} rules in ${titleOf(proxy)}, whose mode is tcp.`,
        'Write `mode http`, or remove them.',
      )
    }
  },
})

/** From HAProxy 2.4 on, a connection may become HTTP while it is looked at. */
function switchesMode(proxy: ProxySection): boolean {
  return own(proxy, 'tcp-request').some(({ words }) => words[2]?.text === 'switch-mode')
}
