import { own, type Section, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { type Named, placeOf } from './shared/name-rules.js'

/** Settings by which two sockets of one address are told apart. */
const APART = new Set(['interface', 'namespace', 'process', 'thread', 'shards', 'v4v6', 'v6only'])

export default haproxyRule({
  id: 'haproxy/duplicate-bind',
  severity: 'error',
  summary: 'two proxies listen on one address and port',
  help: 'HAProxy opens its sockets with SO_REUSEPORT, so two frontends can listen on one address and port, and nothing warns: the kernel gives each of them about half of the connections. Users get the one or the other service by chance.',
  example: {
    bad: `${EXAMPLE}\nfrontend glance\n    bind 203.0.113.10:5000\n    default_backend keystone\n`,
    good: `${EXAMPLE}\nfrontend glance\n    bind 203.0.113.10:9292\n    default_backend keystone\n`,
  },
  check({ proxies }, report) {
    const taken = new Map<string, Named & { proxy: Section }>()
    for (const proxy of proxies) {
      if (!proxy.isFrontend || !proxy.isCertain) continue
      for (const statement of own(proxy, 'bind')) {
        const { words, isCertain } = statement
        const [, address, ...settings] = words
        if (
          !address?.isKnown ||
          !isCertain ||
          settings.some(({ text, isKnown }) => !isKnown || APART.has(text))
        )
          continue
        for (const text of address.text.split(',')) {
          // a bare port range, a socket file and a descriptor have rules of their own
          if (!/:\d+$/.test(text)) continue
          const named = { file: proxy.file, word: address, title: titleOf(proxy), proxy }
          const key = text.replace(/^(?:ipv4@)?(?:\*|0\.0\.0\.0)?:/, '*:')
          const first = taken.get(key)
          if (first && first.proxy !== proxy) {
            report(
              { file: proxy.file, range: address.range },
              `The address ${text} of ${titleOf(proxy)} is also bound by ${first.title} in ${placeOf(first, proxy.file)}: each gets a part of the connections.`,
              'Give each its own address or port, or join the two.',
            )
          } else taken.set(key, named)
        }
      }
    }
  },
})
