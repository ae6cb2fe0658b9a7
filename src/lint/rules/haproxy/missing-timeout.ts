import { TIMEOUTS } from '../../readers/haproxy/keywords.js'
import { modeOf, own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { activeServers } from '../../readers/haproxy/servers.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'
import { timeoutOf } from '../../readers/haproxy/timeouts.js'

export default haproxyRule({
  id: 'haproxy/missing-timeout',
  severity: 'warning',
  summary: 'a proxy has no timeout for its clients or servers',
  help: 'Without timeout client, connect and server, a peer that disappeared keeps its connection forever, until no connection is left. HAProxy warns about this at every start. Set all three in defaults.',
  example: { bad: EXAMPLE.replace('    timeout connect 5s\n', ''), good: EXAMPLE },
  check({ proxies, isWhole }, report) {
    if (!isWhole) return
    for (const proxy of proxies) {
      const mode = modeOf(proxy)
      if (!proxy.name || (mode !== 'http' && mode !== 'tcp') || hasUnknownTimeout(proxy)) continue
      const missing = proxy.isFrontend && isUnset(proxy, 'client') ? ['client'] : []
      if (proxy.isBackend && activeServers(proxy).length > 0) {
        if (isUnset(proxy, 'connect')) missing.push('connect')
        const mayTunnel = mode === 'tcp' && !isUnset(proxy, 'tunnel')
        if (isUnset(proxy, 'server') && !mayTunnel) missing.push('server')
      }
      if (missing.length === 0) continue
      report(
        { file: proxy.file, range: proxy.name.range },
        `The ${titleOf(proxy)} has no timeout ${missing.join(' and no timeout ')}.`,
        `Set ${missing.map((name) => `\`timeout ${name}\``).join(' and ')} in defaults.`,
      )
    }
  },
})

function isUnset(proxy: ProxySection, name: string): boolean {
  const timeout = timeoutOf(proxy, name)
  return timeout === undefined || (timeout !== 'unknown' && timeout.value === 0)
}

/** A misspelled timeout is not reported as missing as well. */
function hasUnknownTimeout(proxy: ProxySection): boolean {
  return [proxy, ...proxy.defaults].some((section) =>
    own(section, 'timeout').some(({ words }) => !TIMEOUTS.has(words[1]?.text ?? '')),
  )
}
