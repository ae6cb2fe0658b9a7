import { modeOf, own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { isGalera } from '../../readers/haproxy/servers.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'
import { timeoutOf } from '../../readers/haproxy/timeouts.js'

const HOUR = 3_600_000

const CONSOLE = /novnc|spice(html5|proxy|[_-])|serial[_-]?(console|proxy)|nova[_-]?console/i

export default haproxyRule({
  id: 'haproxy/short-timeout',
  severity: 'warning',
  summary: 'a timeout closes connections that are idle for long',
  help: 'A console without input and a database connection in a pool are idle for a long time. If timeout server (for consoles, timeout tunnel) is shorter than an hour, HAProxy closes them: consoles freeze, and services log that the database server has gone away. Set it to one hour for these backends.',
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
        `The ${titleOf(proxy)} closes ${kept.what} that are idle for ${timeout.word.text}: ${kept.why}.`,
        `Set \`timeout ${isConsole ? 'tunnel' : 'server'} 1h\` there${isConsole ? '' : ', and `timeout client 1h` in the frontend'}.`,
      )
    }
  },
})

/** The long-lived connections of a backend, and why they are idle. */
function longLived(proxy: ProxySection): { what: string; why: string } | undefined {
  if (!proxy.isBackend) return undefined
  if (isGalera(proxy) && own(proxy, 'server').length > 0) {
    return {
      what: 'database connections',
      why: 'OpenStack keeps idle connections for an hour (connection_recycle_time)',
    }
  }
  if (proxy.name && CONSOLE.test(proxy.name.text)) {
    return { what: 'consoles', why: 'users do not type into a console all the time' }
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
