import { EXAMPLE } from './example.js'
import { TIMEOUTS } from '../../../readers/haproxy/keywords.js'
import { effective, mayHoldMore, modeOf, own, type ProxySection, titleOf } from '../../../readers/haproxy/section.js'
import { activeServers, isGalera } from './server-rules.js'
import { haproxyRule, type Subject } from '../../../readers/haproxy/subject.js'
import type { Word } from '../../../readers/haproxy/words.js'

const UNITS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}
const HOUR = 3_600_000

/** A time in milliseconds, which is also the unit of a number without one; `undefined` when it is none. */
export function milliseconds(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,12})(us|ms|s|m|h|d)?$/.exec(text) ?? []
  if (digits === undefined) return undefined
  return Number(digits) * (UNITS[unit ?? 'ms'] ?? 1)
}

interface Timeout {
  word: Word
  file: string
  value: number
}

/** The timeout that holds; `unknown` when only Jinja or the environment knows it. */
function timeoutOf(proxy: ProxySection, name: string): Timeout | 'unknown' | undefined {
  const statement = effective(proxy, 'timeout', name).at(-1)
  if (!statement) return mayHoldMore(proxy) ? 'unknown' : undefined
  const word = statement.words[2]
  const value = word?.isKnown && statement.isCertain ? milliseconds(word.text) : undefined
  const owner = [proxy, ...proxy.defaults].find((section) => own(section, 'timeout', name).length > 0)
  return word && value !== undefined ? { word, file: owner?.file ?? proxy.file, value } : 'unknown'
}

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

export const missingTimeout = haproxyRule({
  id: 'haproxy/missing-timeout',
  severity: 'warning',
  summary: 'a proxy has no timeout for its clients or servers',
  help: 'Without timeout client, connect and server a peer that vanished keeps its connection for ever, until there is none left. HAProxy warns about it at every start. Set all three in defaults.',
  example: { bad: EXAMPLE.replace('    timeout connect 5s\n', ''), good: EXAMPLE },
  *check({ proxies, isWhole }: Subject) {
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
      yield {
        file: proxy.file,
        range: proxy.name.range,
        message: `The ${titleOf(proxy)} has no timeout ${missing.join(' and no timeout ')}.`,
        help: `Set ${missing.map((name) => `\`timeout ${name}\``).join(' and ')} in defaults.`,
      }
    }
  },
})

export const timeoutUnit = haproxyRule({
  id: 'haproxy/timeout-unit',
  severity: 'warning',
  summary: 'a timeout that is too short to be meant, or has no known unit',
  help: 'A number without a unit counts milliseconds: `timeout connect 5` gives up after five thousandths of a second. The units are us, ms, s, m, h and d; what follows them is ignored by older releases and refused by newer ones.',
  example: { bad: EXAMPLE.replace('timeout client 60s', 'timeout client 60'), good: EXAMPLE },
  *check({ sections }) {
    for (const section of sections) {
      for (const { words } of own(section, 'timeout')) {
        const [, name, value] = words
        if (!name || !value?.isKnown) continue
        const isBare = /^[1-9]\d?$/.test(value.text)
        if (!isBare && (milliseconds(value.text) !== undefined || !/^\d+[a-z]+$/i.test(value.text))) continue
        yield {
          file: section.file,
          range: value.range,
          message: isBare
            ? `The timeout ${name.text} of ${value.text} means ${value.text} milliseconds.`
            : `The timeout ${name.text} of ${value.text} has a unit that HAProxy does not know.`,
          help: isBare ? `Write \`${value.text}s\` if seconds are meant.` : 'Write us, ms, s, m, h or d.',
        }
      }
    }
  },
})

const CONSOLE = /novnc|spice(html5|proxy|[_-])|serial[_-]?(console|proxy)|nova[_-]?console/i

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

export const shortTimeout = haproxyRule({
  id: 'haproxy/short-timeout',
  severity: 'warning',
  summary: 'connections that are idle for long are cut',
  help: 'A console in which nobody types, and a database connection that waits in a pool, say nothing for a long time. When timeout server (for consoles timeout tunnel) is shorter than an hour, HAProxy closes them: consoles freeze, and services log that the database server has gone away. Set one hour for these.',
  example: { bad: novnc('10m'), good: novnc('1h') },
  *check({ proxies }) {
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
      yield {
        file: proxy.file,
        range: isOwn ? timeout.word.range : (proxy.name ?? proxy.keyword).range,
        message: `The ${titleOf(proxy)} cuts ${kept.what} that are idle for ${timeout.word.text}: ${kept.why}.`,
        help: `Set \`timeout ${isConsole ? 'tunnel' : 'server'} 1h\` there${isConsole ? '' : ', and `timeout client 1h` where it listens'}.`,
      }
    }
  },
})

function novnc(tunnel: string): string {
  return `${EXAMPLE}
backend novnc
    timeout tunnel ${tunnel}
    server infra1 10.0.0.11:6080 check
`
}
