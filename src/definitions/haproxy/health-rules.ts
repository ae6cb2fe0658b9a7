import type { Problem } from '../rule.js'
import { EXAMPLE } from './example.js'
import {
  effective,
  mayHoldMore,
  own,
  type ProxySection,
  type Section,
  type Statement,
  titleOf,
} from './section.js'
import { haproxyRule, type Subject } from './subject.js'

/** The options that choose a check; the last one holds. */
const CHECK_OPTIONS = [
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
]
/** These say how a check counts; the others are steps of the HTTP check itself. */
const NO_STEPS = new Set(['disable-on-404', 'send-state'])

function httpSteps(section: Pick<ProxySection, 'index'>): Statement[] {
  return (section.index.get('http-check') ?? []).filter(({ words }) => !NO_STEPS.has(words[1]?.text ?? ''))
}

/** The check that a backend makes, or `undefined` when it only connects; `unknown` when nobody can say. */
export function checkOf(proxy: ProxySection): string | undefined {
  for (const section of [proxy, ...proxy.defaults]) {
    const found = CHECK_OPTIONS.filter((name) => own(section, `option ${name}`).length > 0)
    if (found.length > 1) return 'unknown'
    if (found.length === 1) return found[0]
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
      const check = proxy.isBackend ? checkOf(proxy) : 'unknown'
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
    for (const section of [...proxies, ...defaults]) {
      const [option] = own(section, 'option httpchk')
      if (!option || section.isOpaque) continue
      const steps = section.statements.slice(section.statements.indexOf(option)).filter(isStep)
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

function isStep({ keyword, words }: Statement): boolean {
  return keyword.text === 'http-check' && Object.hasOwn(MISSING, words[1]?.text ?? '')
}

function isOutOfOrder(step: string, before: string): boolean {
  if (step === 'send') return before !== 'connect'
  if (step === 'expect') return before === 'connect'
  return before !== 'expect'
}

/** Servers that nobody took out of service, each once for every line. */
export function activeServers(proxy: ProxySection): Statement[] {
  return [...own(proxy, 'server'), ...own(proxy, 'server-template')].filter(
    ({ words }) => !words.some(({ text }) => text === 'disabled'),
  )
}

export function has({ words }: Statement, ...settings: string[]): boolean {
  return words.some(({ text, isKnown }) => !isKnown || settings.includes(text))
}

function isMany(servers: readonly Statement[]): boolean {
  return (
    servers.length > 1 ||
    servers.some(({ isRepeated, keyword }) => isRepeated || keyword.text === 'server-template')
  )
}

export const serverWithoutCheck = haproxyRule({
  id: 'haproxy/server-without-check',
  severity: 'warning',
  summary: 'a server among several has no health check',
  help: 'A server without `check` is always taken to be healthy: when it stops, its share of the requests fails, and nothing that waits for healthy servers can see it. Add `check`, to the server or to default-server; `no-check` says that it is on purpose.',
  example: { bad: EXAMPLE.replace('10.0.0.12:5000 check', '10.0.0.12:5000'), good: EXAMPLE },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const servers = activeServers(proxy)
      if (!proxy.isBackend || mayHoldMore(proxy) || !isMany(servers)) continue
      if (effective(proxy, 'default-server').some((line) => has(line, 'check', 'no-check', 'agent-check'))) {
        continue
      }
      for (const server of servers) {
        const [, name, address] = server.words
        if (!name || !address || server.words.slice(3).some(({ isKnown }) => !isKnown)) continue
        if (server.words.slice(3).some(({ text }) => CHECKS.has(text))) continue
        if (!server.isCertain && !server.isRepeated) continue
        yield {
          file: proxy.file,
          range: name.range,
          message: `The server "${shown(name.text)}" in ${titleOf(proxy)} has no health check: it counts as healthy whatever happens.`,
          help: 'Add `check`.',
        }
      }
    }
  },
})

const CHECKS = new Set(['check', 'no-check', 'agent-check', 'track'])

/** A name that Jinja fills in is not shown as what stands for it. */
export function shown(text: string): string {
  return text.replace(/\uE000+/g, '…')
}

const GALERA = /galera|mariadb|mysql|percona|pxc/i
/** Several servers are meant to be written to, or only read. */
const NOT_ONE_WRITER = /proxysql|maxscale|read|slave|replica|_ro\b|-ro\b/i

/** Whether a backend is a Galera cluster that is written to. */
export function isGalera({ name, isBackend }: ProxySection): boolean {
  return isBackend && name !== undefined && GALERA.test(name.text) && !NOT_ONE_WRITER.test(name.text)
}

export const galeraWriters = haproxyRule({
  id: 'haproxy/galera-writers',
  severity: 'warning',
  summary: 'a Galera backend has more than one active server',
  help: 'OpenStack takes row locks (SELECT … FOR UPDATE) that Galera does not replicate: when two nodes are written to, transactions fail with deadlocks when they are committed. Give all servers but one the word `backup`, so that one node gets all connections and the next one takes over.',
  example: { bad: galera(''), good: galera(' backup') },
  *check({ proxies }: Subject) {
    for (const proxy of proxies) {
      if (!isGalera(proxy) || proxy.isOpaque) continue
      const servers = activeServers(proxy)
      if (servers.some(({ isCertain, words }) => !isCertain || words.some(({ isKnown }) => !isKnown)))
        continue
      const [, second, ...others] = servers.filter((server) => !has(server, 'backup'))
      const name = second?.words[1]
      if (!name || effective(proxy, 'default-server').some((line) => has(line, 'backup'))) continue
      yield {
        file: proxy.file,
        range: name.range,
        message: `The ${titleOf(proxy)} has ${others.length + 2} active servers: OpenStack writes to all of them at the same time.`,
        help: 'Add `backup` to all of its servers but one.',
      }
    }
  },
})

function galera(second: string): string {
  return `${EXAMPLE}
listen galera
    bind 10.0.0.9:3306
    mode tcp
    timeout client 1h
    timeout server 1h
    server infra1 10.0.0.11:3306 check port 9200
    server infra2 10.0.0.12:3306 check port 9200${second}
`
}
