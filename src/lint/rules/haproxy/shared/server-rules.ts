import { EXAMPLE } from './example.js'
import { effective, mayHoldMore, own, type ProxySection, type Statement, shown, titleOf } from '../../../readers/haproxy/section.js'
import { haproxyRule, type Subject } from '../../../readers/haproxy/subject.js'

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
