import { modeOf, own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { isGalera } from './shared/server-rules.js'
import { timeoutOf } from './shared/timeout-rules.js'

const HOUR = 3_600_000

const CONSOLE = /novnc|spice(html5|proxy|[_-])|serial[_-]?(console|proxy)|nova[_-]?console/i

export default haproxyRule({
  id: 'haproxy/short-timeout',
  severity: 'warning',
  summary: 'connections that are idle for long are cut',
  help: 'A console in which nobody types, and a database connection that waits in a pool, say nothing for a long time. When timeout server (for consoles timeout tunnel) is shorter than an hour, HAProxy closes them: consoles freeze, and services log that the database server has gone away. Set one hour for these.',
  example: { bad: novnc('10m'), good: novnc('1h') },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      const kept = longLived(proxy)
      if (!kept) continue
      const tunnel = timeoutOf(proxy, 'tunnel')
      const isConsole = !isGalera(proxy)
      const timeout =
        tunnel !== undefined && (isConsole || modeOf(proxy) === 'tcp') ? tunnel : timeoutOf(proxy, 'server')
      if (timeout === undefined || timeout === 'unknown' || timeout.value === 0 || timeout.value >= HOUR)
        continue
      const isOwn =
        timeout.word.range.start.line > proxy.keyword.range.start.line && timeout.file === proxy.file
      report(
        { file: proxy.file, range: isOwn ? timeout.word.range : (proxy.name ?? proxy.keyword).range },
        `The ${titleOf(proxy)} cuts ${kept.what} that are idle for ${timeout.word.text}: ${kept.why}.`,
        `Set \`timeout ${isConsole ? 'tunnel' : 'server'} 1h\` there${isConsole ? '' : ', and `timeout client 1h` where it listens'}.`,
      )
    }
  },
})

/** What people keep open for long, and for how long they may say nothing. */
function longLived(proxy: ProxySection): { what: string; why: string } | undefined {
  if (!proxy.isBackend) return undefined
  if (isGalera(proxy) && own(proxy, 'server').length > 0) {
    return {
      what: 'database connections',
      why: 'OpenStack keeps idle connections for an hour (connection_recycle_time)',
    }
  }
  if (proxy.name && CONSOLE.test(proxy.name.text)) {
    return { what: 'consoles', why: 'nobody types into a console all the time' }
  }
  return undefined
}

function novnc(tunnel: string): string {
  return `${EXAMPLE}
backend novnc
    timeout tunnel ${tunnel}
    server infra1 10.0.0.11:6080 check
`
}
