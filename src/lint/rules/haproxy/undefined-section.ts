import { didYouMean } from '../../engine/speller.js'
import { own, type ProxySection, type Section } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'
import type { Word } from '../../readers/haproxy/words.js'

/** References to sections: the kind of the section, the statement, and the word before the name. */
const SECTION_USES: readonly { kind: string; statement: string; after: string }[] = [
  { kind: 'peers', statement: 'stick-table', after: 'peers' },
  { kind: 'resolvers', statement: 'server', after: 'resolvers' },
  { kind: 'resolvers', statement: 'server-template', after: 'resolvers' },
  { kind: 'resolvers', statement: 'default-server', after: 'resolvers' },
  { kind: 'cache', statement: 'http-request', after: 'cache-use' },
  { kind: 'cache', statement: 'http-response', after: 'cache-store' },
  { kind: 'mailers', statement: 'email-alert', after: 'mailers' },
]

interface Use {
  kind: string
  file: string
  word: Word
}

export default haproxyRule({
  id: 'haproxy/undefined-section',
  severity: 'error',
  summary: 'a line refers to a section that does not exist',
  help: 'The peers of a stick table, the resolvers of a server, a cache, mailers and the defaults after `from` are sections of their own. HAProxy refuses to start if such a section does not exist.',
  example: {
    bad: EXAMPLE.replace(':5000 check\n', ':5000 check resolvers internal\n'),
    good: `${EXAMPLE.replace(':5000 check\n', ':5000 check resolvers internal\n')}
resolvers internal
    nameserver first 10.0.0.2:53
`,
  },
  check({ sections, proxies, isWhole, isOpen }, report) {
    if (!isWhole || isOpen) return
    const known = new Map<string, Set<string>>()
    for (const { kind, name } of sections) {
      if (name && !name.isKnown) return
      const names = known.get(kind) ?? new Set<string>()
      known.set(kind, names.add(name?.text ?? ''))
    }
    const named = [...sections.flatMap(fromOf), ...proxies.flatMap(usesOf)]
    for (const { kind, file, word } of named) {
      const names = known.get(kind) ?? new Set()
      // HAProxy creates the resolvers "default" itself
      if (!word.isKnown || names.has(word.text) || (kind === 'resolvers' && word.text === 'default')) continue
      report(
        { file, range: word.range },
        `There is no section ${kind} "${word.text}".`,
        didYouMean(word.text, names, `Add a section \`${kind} ${word.text}\`.`),
      )
    }
  },
})

function fromOf({ from, file }: Section): Use[] {
  return from ? [{ kind: 'defaults', file, word: from }] : []
}

function usesOf(proxy: ProxySection): Use[] {
  const uses: Use[] = []
  for (const { kind, statement, after } of SECTION_USES) {
    for (const { words } of own(proxy, statement)) {
      const at = words.findIndex(({ text }, index) => index > 0 && text === after)
      const word = at === -1 ? undefined : words[at + 1]
      if (word) uses.push({ kind, file: proxy.file, word })
    }
  }
  return uses
}
