import type { Report } from '../../engine/rule.js'
import { lineOf, type Named, own, type ProxySection, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

export default haproxyRule({
  id: 'haproxy/duplicate-name',
  severity: 'error',
  summary: 'two proxies, or two servers of a backend, have the same name',
  help: 'HAProxy refuses to start if two frontends, two backends or two servers of a backend have the same name. A listen section counts as both a frontend and a backend. Only a frontend and a backend may share a name. HAProxy loads all files of a conf.d or services.d folder together.',
  example: { bad: EXAMPLE.replace('server infra2', 'server infra1'), good: EXAMPLE },
  check({ proxies }, report) {
    const frontends = new Map<string, Named>()
    const backends = new Map<string, Named>()
    for (const proxy of proxies) {
      const { name, file, isFrontend, isBackend, isCertain } = proxy
      if (isBackend) reportSameServers(proxy, report)
      if (!name?.isKnown || !isCertain) continue
      const named = { file, word: name, title: titleOf(proxy) }
      const first =
        (isFrontend ? frontends.get(name.text) : undefined) ??
        (isBackend ? backends.get(name.text) : undefined)
      if (first) reportDuplicate(report, named, `the ${first.title} in ${lineOf(first, file)}`)
      if (isFrontend && !frontends.has(name.text)) frontends.set(name.text, named)
      if (isBackend && !backends.has(name.text)) backends.set(name.text, named)
    }
  },
})

function reportSameServers(proxy: ProxySection, report: Report): void {
  const { file } = proxy
  const seen = new Map<string, Named>()
  for (const server of own(proxy, 'server')) {
    const word = server.words[1]
    if (!word?.isKnown || !server.isCertain) continue
    const first = seen.get(word.text)
    const named = { file, word, title: `server "${word.text}" in ${titleOf(proxy)}` }
    if (first) reportDuplicate(report, named, `the server in ${lineOf(first, file)}`)
    else seen.set(word.text, named)
  }
}

function reportDuplicate(report: Report, { file, word, title }: Named, other: string): void {
  report(
    { file, range: word.range },
    `The ${title} has the same name as ${other}.`,
    'Give each of them its own name.',
  )
}
