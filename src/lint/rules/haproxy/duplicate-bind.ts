import { lineOf, type Named, own, type Section, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

/** Settings that keep two sockets of one address apart. */
const APART = new Set(['interface', 'namespace', 'process', 'thread', 'shards', 'v4v6', 'v6only'])

export default haproxyRule({
  id: 'haproxy/duplicate-bind',
  severity: 'error',
  summary: 'two proxies listen on the same address and port',
  help: 'HAProxy opens its sockets with SO_REUSEPORT, so two frontends can listen on the same address and port without a warning. The kernel then gives each of them about half of the connections, and each client reaches one of the two services at random.',
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
          // other rules look at bare port ranges, and socket files and descriptors cannot collide
          if (!/:\d+$/.test(text)) continue
          const named = { file: proxy.file, word: address, title: titleOf(proxy), proxy }
          const key = text.replace(/^(?:ipv4@)?(?:\*|0\.0\.0\.0)?:/, '*:')
          const first = taken.get(key)
          if (first && first.proxy !== proxy) {
            report(
              { file: proxy.file, range: address.range },
              `The ${titleOf(proxy)} and the ${first.title} in ${lineOf(first, proxy.file)} both bind ${text}, so each gets a part of the connections.`,
              'Give each of them its own address or port, or merge the two.',
            )
          } else taken.set(key, named)
        }
      }
    }
  },
})
