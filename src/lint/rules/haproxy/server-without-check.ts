import { effective, mayHaveMore, type Statement, shown, titleOf } from '../../readers/haproxy/section.js'
import { activeServers, has } from '../../readers/haproxy/servers.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

const CHECKS = new Set(['check', 'no-check', 'agent-check', 'track'])

export default haproxyRule({
  id: 'haproxy/server-without-check',
  severity: 'warning',
  summary: 'one of several servers has no health check',
  help: 'A server without `check` always counts as healthy. If it stops, its share of the requests fails, and tools that wait for healthy servers cannot detect it. Add `check` to the server or to default-server. If it is intentional, add `no-check`.',
  example: { bad: EXAMPLE.replace('10.0.0.12:5000 check', '10.0.0.12:5000'), good: EXAMPLE },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      const servers = activeServers(proxy)
      if (!proxy.isBackend || mayHaveMore(proxy) || !isMany(servers)) continue
      if (effective(proxy, 'default-server').some((line) => has(line, 'check', 'no-check', 'agent-check'))) {
        continue
      }
      for (const server of servers) {
        const [, name, address] = server.words
        if (!name || !address || server.words.slice(3).some(({ isKnown }) => !isKnown)) continue
        if (server.words.slice(3).some(({ text }) => CHECKS.has(text))) continue
        if (!server.isCertain && !server.isRepeated) continue
        report(
          { file: proxy.file, range: name.range },
          `The server "${shown(name.text)}" in ${titleOf(proxy)} has no health check, so it always counts as healthy.`,
          'Add `check`.',
        )
      }
    }
  },
})

function isMany(servers: readonly Statement[]): boolean {
  return (
    servers.length > 1 ||
    servers.some(({ isRepeated, keyword }) => isRepeated || keyword.text === 'server-template')
  )
}
