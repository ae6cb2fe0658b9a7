import type { Problem } from '../../engine/rule.js'
import { own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'
import { type Named, placeOf } from './shared/name-rules.js'

export default haproxyRule({
  id: 'haproxy/duplicate-name',
  severity: 'error',
  summary: 'two proxies, or two servers of a backend, have one name',
  help: 'HAProxy refuses to start when two frontends, two backends or two servers of a backend have the same name; a listen section counts as both. Only a frontend and a backend may share one. All files of a conf.d or services.d folder are loaded together.',
  example: { bad: EXAMPLE.replace('server infra2', 'server infra1'), good: EXAMPLE },
  *check({ proxies }) {
    const frontends = new Map<string, Named>()
    const backends = new Map<string, Named>()
    for (const proxy of proxies) {
      const { name, file, isFrontend, isBackend, isCertain } = proxy
      yield* sameServers(proxy)
      if (!name?.isKnown || !isCertain) continue
      const named = { file, word: name, title: titleOf(proxy) }
      const first =
        (isFrontend ? frontends.get(name.text) : undefined) ??
        (isBackend ? backends.get(name.text) : undefined)
      if (first) yield duplicate(named, `${first.title} in ${placeOf(first, file)}`)
      if (isFrontend && !frontends.has(name.text)) frontends.set(name.text, named)
      if (isBackend && !backends.has(name.text)) backends.set(name.text, named)
    }
  },
})

function duplicate({ file, word, title }: Named, other: string): Problem {
  return {
    file,
    range: word.range,
    message: `The ${title} has the name of the ${other}.`,
    help: 'Give each of them a name of its own.',
  }
}

function* sameServers(proxy: ProxySection): Iterable<Problem> {
  const { file } = proxy
  if (!proxy.isBackend) return
  const seen = new Map<string, Named>()
  for (const server of own(proxy, 'server')) {
    const word = server.words[1]
    if (!word?.isKnown || !server.isCertain) continue
    const first = seen.get(word.text)
    const named = { file, word, title: `server "${word.text}" in ${titleOf(proxy)}` }
    if (first) yield duplicate(named, `server in ${placeOf(first, file)}`)
    else seen.set(word.text, named)
  }
}
