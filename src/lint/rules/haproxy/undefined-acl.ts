import type { Report } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import {
  conditionOf,
  own,
  type ProxySection,
  type Statement,
  titleOf,
} from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'
import type { Word } from '../../readers/haproxy/words.js'

/** The predefined ACLs of HAProxy. */
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
  summary: 'a condition uses an ACL that is not defined above it',
  help: 'A condition can use the ACLs that are defined above it in the same section, those of a named defaults section, and predefined ones such as TRUE. Otherwise HAProxy refuses to start, even if the ACL is defined further down.',
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
  check({ proxies }, report) {
    for (const proxy of proxies) {
      if (proxy.isOpaque || proxy.defaults.some(({ isOpaque }) => isOpaque)) continue
      if (proxy.from && proxy.defaults.length === 0) continue
      reportUndefined(proxy, report)
    }
  },
})

/** The ACLs that a condition refers to by name, without anonymous ones in braces. */
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

function reportUndefined(proxy: ProxySection, report: Report): void {
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
      report(
        { file: proxy.file, range: word.range },
        all.has(name)
          ? `The ACL "${name}" in ${titleOf(proxy)} is used above its definition.`
          : `The ${titleOf(proxy)} has no ACL "${name}".`,
        all.has(name) ? 'Move its definition up.' : didYouMean(name, all, 'Define it above this line.'),
      )
    }
  }
}

function addAcls(known: Set<string>, statements: readonly Statement[]): void {
  for (const { words } of statements) if (words[1]) known.add(words[1].text)
}
