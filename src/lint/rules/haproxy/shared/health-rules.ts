import type { Problem } from '../../../engine/rule.js'
import { EXAMPLE } from './example.js'
import { mayHoldMore, own, type ProxySection, type Section, type Statement, titleOf } from '../../../readers/haproxy/section.js'
import { haproxyRule } from '../../../readers/haproxy/subject.js'

/** The options that choose a check; the last one holds. */
const CHECK_OPTIONS: ReadonlySet<string> = new Set([
  'httpchk',
  'tcp-check',
  'ssl-hello-chk',
  'smtpchk',
  'mysql-check',
  'pgsql-check',
  'redis-check',
  'ldap-check',
  'spop-check',
  'external-check',
])
/** These say how a check counts; the others are steps of the HTTP check itself. */
const NO_STEPS = new Set(['disable-on-404', 'send-state'])

function httpSteps(section: Pick<ProxySection, 'index'>): Statement[] {
  return own(section, 'http-check').filter(({ words }) => !NO_STEPS.has(words[1]?.text ?? ''))
}

function chosenChecks(section: Section): Set<string> {
  const chosen = new Set<string>()
  for (const { words } of own(section, 'option')) {
    const name = words[1]?.text ?? ''
    if (CHECK_OPTIONS.has(name)) chosen.add(name)
  }
  return chosen
}

/** The check that a backend makes, or `undefined` when it only connects; `unknown` when nobody can say. */
export function checkOf(proxy: ProxySection): string | undefined {
  for (const section of [proxy, ...proxy.defaults]) {
    const [first, ...others] = chosenChecks(section)
    if (others.length > 0) return 'unknown'
    if (first !== undefined) return first
  }
  return mayHoldMore(proxy) ? 'unknown' : undefined
}

export const httpCheckIgnored = haproxyRule({
  id: 'haproxy/http-check-ignored',
  severity: 'error',
  summary: 'http-check rules without option httpchk',
  help: 'Without `option httpchk` HAProxy ignores all http-check rules: it only opens a connection, and a service that answers 503 to everything counts as healthy. HAProxy starts with no more than a warning. Put `option httpchk` before the first http-check rule, or into defaults.',
  example: { bad: EXAMPLE.replace('    option httpchk\n', ''), good: EXAMPLE },
  *check({ proxies, sections }) {
    const used = new Set<Section>()
    const inherited = new Set<Section>()
    for (const proxy of proxies) {
      if (!proxy.isBackend) continue
      const check = checkOf(proxy)
      const [step] = httpSteps(proxy)
      const isUsed = check === 'httpchk' || check === 'unknown'
      if (!isUsed && step) yield ignored(proxy.file, step, titleOf(proxy), check)
      for (const section of proxy.defaults) {
        inherited.add(section)
        if (isUsed) used.add(section)
      }
    }
    for (const section of sections) {
      const [step] = section.kind === 'defaults' ? httpSteps(section) : []
      if (step && inherited.has(section) && !used.has(section)) {
        yield ignored(section.file, step, titleOf(section), undefined)
      }
    }
  },
})

function ignored(file: string, { keyword }: Statement, where: string, check: string | undefined): Problem {
  const instead = check ? `its check is \`option ${check}\`` : 'an open port counts as healthy'
  return {
    file,
    range: keyword.range,
    message: `The http-check rules in ${where} are ignored, since nothing says \`option httpchk\`: ${instead}.`,
    help: 'Put `option httpchk` before them.',
  }
}

const MISSING: Readonly<Record<string, string>> = { send: 'connect', expect: 'send', connect: 'expect' }

export const httpCheckOrder = haproxyRule({
  id: 'haproxy/http-check-order',
  severity: 'error',
  summary: 'http-check rules in an order that HAProxy refuses',
  help: 'A health check is made in the order in which it is written: connect, send, expect, and then connect again. HAProxy refuses to start when a request is sent after the answer was expected, or when a connection is opened before the answer of the last one was looked at. `option httpchk` stands before all of them.',
  example: {
    bad: EXAMPLE.replace(/( {4}http-check send.*\n)( {4}http-check expect.*\n)/, '$2$1'),
    good: EXAMPLE,
  },
  *check({ proxies, sections }) {
    const defaults = sections.filter(({ kind }) => kind === 'defaults')
    const inheriting = new Set<Section>(proxies.filter((proxy) => checkOf(proxy) === 'httpchk'))
    for (const section of [...proxies, ...defaults]) {
      const [option] = own(section, 'option', 'httpchk')
      if ((!option && !inheriting.has(section)) || section.isOpaque) continue
      // what stands above the option is taken as it is
      const first = option?.keyword.line ?? 0
      const steps = own(section, 'http-check').filter((step) => step.keyword.line >= first && isStep(step))
      if (!steps.every(({ isCertain }) => isCertain)) continue
      let before: string | undefined
      for (const { words, keyword } of steps) {
        const step = words[1]?.text ?? ''
        if (before !== undefined && isOutOfOrder(step, before)) {
          yield {
            file: section.file,
            range: keyword.range,
            message: `The \`http-check ${step}\` in ${titleOf(section)} comes after \`http-check ${before}\` without a \`http-check ${MISSING[step] ?? ''}\` in between: HAProxy refuses to start.`,
            help: 'Write the check in the order connect, send, expect.',
          }
          break
        }
        before = step
      }
    }
  },
})

function isStep({ words }: Statement): boolean {
  return Object.hasOwn(MISSING, words[1]?.text ?? '')
}

function isOutOfOrder(step: string, before: string): boolean {
  if (step === 'send') return before !== 'connect'
  if (step === 'expect') return before === 'connect'
  return before !== 'expect'
}

export const httpCheckSendsNothing = haproxyRule({
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
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (!proxy.isBackend || proxy.isOpaque || chosenChecks(proxy).size > 0) {
        continue
      }
      const steps = httpSteps(proxy)
      const expects = steps.find(({ words }) => words[1]?.text === 'expect')
      if (!expects?.isCertain || checkOf(proxy) !== 'httpchk' || own(proxy, 'http-check', 'send').length > 0)
        continue
      yield {
        file: proxy.file,
        range: expects.keyword.range,
        message: `The http-check rules in ${titleOf(proxy)} replace the inherited ones and send no request: its servers are never healthy.`,
        help: 'Put `option httpchk` or `http-check send` before it.',
      }
    }
  },
})
