import { nearest } from '../../../../platform/nearest.js'
import { EXAMPLE } from './example.js'
import { conditionOf, own, type ProxySection, type Section, type Statement, titleOf } from '../../../readers/haproxy/section.js'
import { haproxyRule } from '../../../readers/haproxy/subject.js'
import type { Word } from '../../../readers/haproxy/words.js'

function hint(name: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(name, known)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

/** Where a section sends its requests, unless a sample expression decides that. */
function backendWords(section: Section): Word[] {
  return [...own(section, 'use_backend'), ...own(section, 'default_backend')].flatMap(({ words }) => {
    const target = words[1]
    return target?.isKnown && !target.text.includes('%[') ? [target] : []
  })
}

export const undefinedBackend = haproxyRule({
  id: 'haproxy/undefined-backend',
  severity: 'error',
  summary: 'requests are sent to a backend that does not exist',
  help: 'HAProxy refuses to start when use_backend or default_backend names something that is neither a backend nor a listen section. It is looked for in a configuration that has its own global or defaults, and in the fragments beside it.',
  example: {
    bad: EXAMPLE.replace('default_backend keystone', 'default_backend keystone_api'),
    good: EXAMPLE,
  },
  *check({ sections, proxies, isWhole, isOpen, backendsElsewhere }) {
    if (!isWhole || isOpen) return
    const known = new Set(backendsElsewhere)
    for (const { name, isBackend } of proxies) if (name && isBackend) known.add(name.text)
    if (proxies.some(({ name }) => name && !name.isKnown)) return
    for (const section of sections) {
      for (const target of backendWords(section)) {
        if (known.has(target.text)) continue
        yield {
          file: section.file,
          range: target.range,
          message: `There is no backend "${target.text}", to which ${titleOf(section)} sends requests.`,
          help: hint(target.text, known, 'Add the backend, or name one that is there.'),
        }
      }
    }
  },
})

/** Names that HAProxy knows from the start. */
const PREDEFINED = new Set(
  'FALSE HTTP HTTP_1.0 HTTP_1.1 HTTP_2.0 HTTP_3.0 HTTP_CONTENT HTTP_URL_ABS HTTP_URL_SLASH HTTP_URL_STAR LOCALHOST METH_CONNECT METH_DELETE METH_GET METH_HEAD METH_OPTIONS METH_POST METH_PUT METH_TRACE RDP_COOKIE REQ_CONTENT TRUE WAIT_END'.split(
    ' ',
  ),
)
const CONDITIONAL = new Set(
  'use_backend use-server http-request http-response http-after-response tcp-request tcp-response redirect monitor stats stick force-persist ignore-persist'.split(
    ' ',
  ),
)

/** The access lists that a condition names: not those that are written out in braces. */
function namedAcls(statement: Statement): Word[] {
  const named: Word[] = []
  let inBraces = false
  for (const word of conditionOf(statement)) {
    const { text } = word
    if (text === '{' || text === '!{') inBraces = true
    else if (text === '}') inBraces = false
    else if (!inBraces && word.isKnown && text !== '||' && text !== 'or' && text !== '!') named.push(word)
  }
  return named
}

export const undefinedAcl = haproxyRule({
  id: 'haproxy/undefined-acl',
  severity: 'error',
  summary: 'a condition names an acl that is not there yet',
  help: 'A condition can use the acls that stand above it in the same section, those of a named defaults section, and the predefined ones such as TRUE. HAProxy refuses to start otherwise, also when the acl only comes further down.',
  example: {
    bad: EXAMPLE.replace(
      '    default_backend',
      '    acl internal src 10.0.0.0/8\n    http-request deny unless internl\n    default_backend',
    ),
    good: EXAMPLE.replace(
      '    default_backend',
      '    acl internal src 10.0.0.0/8\n    http-request deny unless internal\n    default_backend',
    ),
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (proxy.isOpaque || proxy.defaults.some(({ isOpaque }) => isOpaque)) continue
      if (proxy.from && proxy.defaults.length === 0) continue
      yield* undefinedAcls(proxy)
    }
  },
})

function* undefinedAcls(proxy: ProxySection) {
  const above = new Set<string>()
  for (const defaults of proxy.defaults) addAcls(above, own(defaults, 'acl'))
  const all = new Set(own(proxy, 'acl').flatMap(({ words }) => words[1]?.text ?? []))
  if (own(proxy, 'acl').some(({ words }) => words[1] && !words[1].isKnown)) return
  for (const statement of proxy.statements) {
    if (statement.keyword.text === 'acl') addAcls(above, [statement])
    if (!CONDITIONAL.has(statement.keyword.text)) continue
    for (const word of namedAcls(statement)) {
      const name = word.text.replace(/^!/, '')
      if (name === '' || above.has(name) || PREDEFINED.has(name)) continue
      yield {
        file: proxy.file,
        range: word.range,
        message: all.has(name)
          ? `The acl "${name}" in ${titleOf(proxy)} is used above the line that defines it.`
          : `There is no acl "${name}" in ${titleOf(proxy)}.`,
        help: all.has(name) ? 'Move its definition up.' : hint(name, all, 'Define it above this line.'),
      }
    }
  }
}

function addAcls(known: Set<string>, statements: readonly Statement[]): void {
  for (const { words } of statements) if (words[1]) known.add(words[1].text)
}

export const undefinedServer = haproxyRule({
  id: 'haproxy/undefined-server',
  severity: 'error',
  summary: 'a rule names a server that the backend does not have',
  help: 'use-server sends requests to one server of its own backend. HAProxy refuses to start when the backend has no server of that name.',
  example: {
    bad: EXAMPLE.replace('    option httpchk', '    use-server infra3 if METH_GET\n    option httpchk'),
    good: EXAMPLE.replace('    option httpchk', '    use-server infra1 if METH_GET\n    option httpchk'),
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (!proxy.isBackend || proxy.isOpaque || own(proxy, 'server-template').length > 0) continue
      const names = own(proxy, 'server').flatMap(({ words }) => words[1] ?? [])
      if (names.some(({ isKnown }) => !isKnown)) continue
      const known = new Set(names.map(({ text }) => text))
      for (const { words } of own(proxy, 'use-server')) {
        const target = words[1]
        if (!target?.isKnown || target.text.includes('%[') || known.has(target.text)) continue
        yield {
          file: proxy.file,
          range: target.range,
          message: `There is no server "${target.text}" in ${titleOf(proxy)}.`,
          help: hint(target.text, known, 'Name one of its servers.'),
        }
      }
    }
  },
})

/** Sections that statements name: the section's kind, and the words behind which its name stands. */
const SECTION_USES: readonly { kind: string; statement: string; after: string }[] = [
  { kind: 'peers', statement: 'stick-table', after: 'peers' },
  { kind: 'resolvers', statement: 'server', after: 'resolvers' },
  { kind: 'resolvers', statement: 'server-template', after: 'resolvers' },
  { kind: 'resolvers', statement: 'default-server', after: 'resolvers' },
  { kind: 'cache', statement: 'http-request', after: 'cache-use' },
  { kind: 'cache', statement: 'http-response', after: 'cache-store' },
  { kind: 'mailers', statement: 'email-alert', after: 'mailers' },
]

export const undefinedSection = haproxyRule({
  id: 'haproxy/undefined-section',
  severity: 'error',
  summary: 'a line names a section that does not exist',
  help: 'The peers of a stick table, the resolvers of a server, a cache, mailers and the defaults behind `from` are sections of their own. HAProxy refuses to start when one that is named is not there.',
  example: {
    bad: EXAMPLE.replace(':5000 check\n', ':5000 check resolvers internal\n'),
    good: `${EXAMPLE.replace(':5000 check\n', ':5000 check resolvers internal\n')}
resolvers internal
    nameserver first 10.0.0.2:53
`,
  },
  *check({ sections, proxies, isWhole, isOpen }) {
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
      // HAProxy makes the resolvers "default" itself
      if (!word.isKnown || names.has(word.text) || (kind === 'resolvers' && word.text === 'default')) continue
      yield {
        file,
        range: word.range,
        message: `There is no section ${kind} "${word.text}".`,
        help: hint(word.text, names, `Add a section \`${kind} ${word.text}\`.`),
      }
    }
  },
})

interface Use {
  kind: string
  file: string
  word: Word
}

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
