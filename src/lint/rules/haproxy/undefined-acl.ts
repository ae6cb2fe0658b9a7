import {
  conditionOf,
  own,
  type ProxySection,
  type Statement,
  titleOf,
} from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import type { Word } from '../../readers/haproxy/words.js'
import { EXAMPLE } from './shared/example.js'
import { hint } from './shared/reference-rules.js'

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

export default haproxyRule({
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
