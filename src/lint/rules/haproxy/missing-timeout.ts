import { TIMEOUTS } from '../../readers/haproxy/keywords.js'
import { modeOf, own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule, type Subject } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { activeServers } from './shared/server-rules.js'
import { timeoutOf } from './shared/timeout-rules.js'

export default haproxyRule({
  id: 'haproxy/missing-timeout',
  severity: 'warning',
  summary: 'a proxy has no timeout for its clients or servers',
  help: 'Without timeout client, connect and server a peer that vanished keeps its connection for ever, until there is none left. HAProxy warns about it at every start. Set all three in defaults.',
  example: { bad: EXAMPLE.replace('    timeout connect 5s\n', ''), good: EXAMPLE },
  check({ proxies, isWhole }: Subject, report) {
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

/** What is misspelled is not also missing. */
function hasUnknownTimeout(proxy: ProxySection): boolean {
  return [proxy, ...proxy.defaults].some((section) =>
    own(section, 'timeout').some(({ words }) => !TIMEOUTS.has(words[1]?.text ?? '')),
  )
}
