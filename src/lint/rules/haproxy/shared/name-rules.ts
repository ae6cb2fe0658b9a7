import type { Problem } from '../../../engine/rule.js'
import { EXAMPLE } from './example.js'
import { own, type ProxySection, type Section, type Statement, titleOf } from '../../../readers/haproxy/section.js'
import { haproxyRule } from '../../../readers/haproxy/subject.js'
import type { Word } from '../../../readers/haproxy/words.js'

interface Named {
  file: string
  word: Word
  title: string
}

function placeOf({ file, word }: Pick<Named, 'file' | 'word'>, seenFrom: string): string {
  const { line } = word.range.start
  return file === seenFrom ? `line ${line}` : `${file}, line ${line}`
}

export const duplicateName = haproxyRule({
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

export const duplicateId = haproxyRule({
  id: 'haproxy/duplicate-id',
  severity: 'error',
  summary: 'two proxies, or two servers of a backend, have one id',
  help: 'A numeric id stays the same over restarts, so that statistics and saved server states find their proxy and their server again. HAProxy refuses to start when two have the same.',
  example: {
    bad: EXAMPLE.replaceAll(':5000 check', ':5000 check id 1'),
    good: EXAMPLE.replace(':5000 check', ':5000 check id 1'),
  },
  *check({ proxies }) {
    const known = new Map<string, Named>()
    for (const proxy of proxies) {
      const named = (statement: Statement, word: Word | undefined): Named[] =>
        word?.isKnown && statement.isCertain ? [{ file: proxy.file, word, title: titleOf(proxy) }] : []
      yield* sameIds(
        own(proxy, 'id').flatMap((statement) => named(statement, statement.words[1])),
        known,
      )
      for (const keyword of ['server', 'bind']) {
        const statements = own(proxy, keyword).flatMap((line) => named(line, wordAfter(line, 'id')))
        yield* sameIds(statements, new Map())
      }
    }
  },
})

function* sameIds(ids: readonly Named[], known: Map<string, Named>): Iterable<Problem> {
  for (const named of ids) {
    const { file, word, title } = named
    const first = known.get(word.text)
    if (!first) known.set(word.text, named)
    else {
      yield {
        file,
        range: word.range,
        message: `The id ${word.text} in ${title} is already taken in ${placeOf(first, file)}.`,
        help: 'Give each an id of its own, or leave the ids out.',
      }
    }
  }
}

/** The word behind a setting of a `server` or `bind` line. */
function wordAfter({ words }: Statement, setting: string): Word | undefined {
  const at = words.findIndex(({ text }, index) => index > 1 && text === setting)
  return at === -1 ? undefined : words[at + 1]
}

/** Settings by which two sockets of one address are told apart. */
const APART = new Set(['interface', 'namespace', 'process', 'thread', 'shards', 'v4v6', 'v6only'])

export const duplicateBind = haproxyRule({
  id: 'haproxy/duplicate-bind',
  severity: 'error',
  summary: 'two proxies listen on one address and port',
  help: 'HAProxy opens its sockets with SO_REUSEPORT, so two frontends can listen on one address and port, and nothing warns: the kernel gives each of them about half of the connections. Users get the one or the other service by chance.',
  example: {
    bad: `${EXAMPLE}\nfrontend glance\n    bind 203.0.113.10:5000\n    default_backend keystone\n`,
    good: `${EXAMPLE}\nfrontend glance\n    bind 203.0.113.10:9292\n    default_backend keystone\n`,
  },
  *check({ proxies }) {
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
            yield {
              file: proxy.file,
              range: address.range,
              message: `The address ${text} of ${titleOf(proxy)} is also bound by ${first.title} in ${placeOf(first, proxy.file)}: each gets a part of the connections.`,
              help: 'Give each its own address or port, or join the two.',
            }
          } else taken.set(key, named)
        }
      }
    }
  },
})

export const invalidName = haproxyRule({
  id: 'haproxy/invalid-name',
  severity: 'error',
  summary: 'a name holds a character that HAProxy does not take',
  help: 'The names of proxies and servers are made of letters, digits, `_`, `-`, `.` and `:`. HAProxy refuses to start with any other character in them.',
  example: { bad: EXAMPLE.replace('server infra2', 'server infra/2'), good: EXAMPLE },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const servers = own(proxy, 'server').flatMap(({ words }) => words[1] ?? [])
      for (const word of [...(proxy.name ? [proxy.name] : []), ...servers]) {
        const bad = word.isKnown ? /[^\w.:-]/.exec(word.text)?.[0] : undefined
        if (bad === undefined) continue
        yield {
          file: proxy.file,
          range: word.range,
          message: `The name "${word.text}" holds "${bad}".`,
          help: 'Use letters, digits, `_`, `-`, `.` and `:` only.',
        }
      }
    }
  },
})
