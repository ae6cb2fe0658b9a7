import { EXAMPLE } from './example.js'
import { effective, modeOf, own, type ProxySection, type Statement, titleOf } from '../../../readers/haproxy/section.js'
import { haproxyRule, type Subject } from '../../../readers/haproxy/subject.js'

const FORWARDED = 'http-request set-header X-Forwarded-Proto https\n'
const HTTP_RULES = ['http-request', 'http-response', 'http-after-response']

export const ignoredInTcpMode = haproxyRule({
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
  *check({ proxies }) {
    for (const proxy of proxies) {
      const [first] = HTTP_RULES.flatMap((name) => own(proxy, name))
      if (!first || modeOf(proxy) !== 'tcp' || switchesMode(proxy)) continue
      yield {
        file: proxy.file,
        range: first.keyword.range,
        message: `HAProxy ignores the ${first.keyword.text} rules in ${titleOf(proxy)}, whose mode is tcp.`,
        help: 'Write `mode http`, or remove them.',
      }
    }
  },
})

/** From HAProxy 2.4 on, a connection may become HTTP while it is looked at. */
function switchesMode(proxy: ProxySection): boolean {
  return own(proxy, 'tcp-request').some(({ words }) => words[2]?.text === 'switch-mode')
}

export const modeMismatch = haproxyRule({
  id: 'haproxy/mode-mismatch',
  severity: 'error',
  summary: 'an HTTP frontend uses a TCP backend',
  help: 'HAProxy refuses to start when a frontend in mode http sends its requests to a backend in mode tcp. Give both the same mode, best in defaults.',
  example: {
    bad: EXAMPLE.replace('    option httpchk', '    mode tcp\n    option httpchk'),
    good: EXAMPLE,
  },
  *check({ proxies, isWhole }: Subject) {
    if (!isWhole) return
    const tcp = new Set<string>()
    for (const proxy of proxies) {
      if (proxy.isBackend && proxy.name && modeOf(proxy) === 'tcp') tcp.add(proxy.name.text)
    }
    for (const proxy of proxies) {
      if (!proxy.isFrontend || modeOf(proxy) !== 'http') continue
      for (const { words, isCertain } of [...own(proxy, 'use_backend'), ...own(proxy, 'default_backend')]) {
        const target = words[1]
        if (!target?.isKnown || !isCertain || !tcp.has(target.text)) continue
        yield {
          file: proxy.file,
          range: target.range,
          message: `The ${titleOf(proxy)} is in mode http, its backend "${target.text}" in mode tcp.`,
          help: 'Give both the same mode.',
        }
      }
    }
  },
})

/** In the order in which HAProxy works through them. */
const STAGES: readonly string[] = ['tcp-request', 'http-request', 'redirect', 'use_backend', 'use-server']

export const ruleOrder = haproxyRule({
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
  *check({ proxies }) {
    for (const proxy of proxies) {
      let latest: Statement | undefined
      for (const statement of proxy.statements) {
        const stage = STAGES.indexOf(statement.keyword.text)
        if (stage === -1) continue
        if (latest && stage < STAGES.indexOf(latest.keyword.text)) {
          yield {
            file: proxy.file,
            range: statement.keyword.range,
            message: `This ${statement.keyword.text} rule acts before the ${latest.keyword.text} rule in line ${latest.keyword.range.start.line}, below which it stands.`,
            help: `Move it above line ${latest.keyword.range.start.line}.`,
          }
        } else latest = statement
      }
    }
  },
})

export const missingBind = haproxyRule({
  id: 'haproxy/missing-bind',
  severity: 'warning',
  summary: 'a frontend listens nowhere',
  help: 'A frontend without bind gets no connections. HAProxy warns, and refuses to start when nothing else listens.',
  example: { bad: `${EXAMPLE}\nfrontend glance\n    default_backend keystone\n`, good: EXAMPLE },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (proxy.kind !== 'frontend' || proxy.isOpaque || !proxy.name) continue
      if (own(proxy, 'bind').length > 0) continue
      yield {
        file: proxy.file,
        range: proxy.name.range,
        message: `The ${titleOf(proxy)} has no bind line.`,
        help: 'Add one, or remove the frontend.',
      }
    }
  },
})

export const invalidBind = haproxyRule({
  id: 'haproxy/invalid-bind',
  severity: 'error',
  summary: 'an address to listen on has no port, or none that exists',
  help: 'A bind line needs a port between 1 and 65535 behind the last colon of each address, or the path of a socket. HAProxy refuses to start otherwise.',
  example: { bad: EXAMPLE.replace('bind 203.0.113.10:5000', 'bind 203.0.113.10'), good: EXAMPLE },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (!proxy.isFrontend) continue
      for (const { words } of own(proxy, 'bind')) {
        const address = words[1]
        if (!address?.isKnown || address.text.includes('$')) continue
        const why = address.text
          .split(',')
          .map(whyInvalid)
          .find((reason) => reason !== undefined)
        if (why === undefined) continue
        yield {
          file: proxy.file,
          range: address.range,
          message: `The address ${address.text} in ${titleOf(proxy)} ${why}.`,
          help: 'Write the address and the port, such as 10.0.0.9:5000.',
        }
      }
    }
  },
})

function whyInvalid(address: string): string | undefined {
  const isInternet =
    /^(?:(?:ipv[46]|tcp[46]?)@)?(?:\*|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])?(?::(.*))?$/i.exec(address)
  if (!isInternet || address === '') return undefined
  const port = isInternet[1]
  if (port === undefined || port === '') return 'has no port'
  const ports =
    /^(\d+)(?:-(\d+))?$/
      .exec(port)
      ?.slice(1)
      .filter((number) => number !== undefined) ?? []
  return ports.some((number) => Number(number) < 1 || Number(number) > 65_535)
    ? 'has a port that does not exist'
    : undefined
}

export const sourceHash = haproxyRule({
  id: 'haproxy/source-hash',
  severity: 'notice',
  summary: 'balance source moves nearly all clients when one server goes',
  help: 'With `balance source` the client decides the server, by a hash over the servers that are there. Unless `hash-type consistent` is set, nearly every client gets another server when one of them is drained, stopped or comes back, so a rolling restart breaks all sessions again and again.',
  example: {
    bad: EXAMPLE.replace('    option httpchk', '    balance source\n    option httpchk'),
    good: EXAMPLE.replace(
      '    option httpchk',
      '    balance source\n    hash-type consistent\n    option httpchk',
    ),
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const balance = own(proxy, 'balance').at(-1)
      const algorithm = balance?.words[1]
      if (!balance?.isCertain || algorithm?.text !== 'source') continue
      const type = effective(proxy, 'hash-type').at(-1)?.words[1]
      if (type && (!type.isKnown || type.text === 'consistent')) continue
      yield {
        file: proxy.file,
        range: algorithm.range,
        message: `When one server of ${titleOf(proxy)} goes, nearly all clients are moved to another one.`,
        help: 'Add `hash-type consistent`.',
      }
    }
  },
})
