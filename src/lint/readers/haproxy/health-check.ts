import { mayHaveMore, own, type ProxySection, type Section, type Statement } from './section.js'

/** The options that select a kind of health check. The last one is in effect. */
const CHECK_OPTIONS: ReadonlySet<string> = new Set([
  'httpchk',
  'tcp-check',
  'ssl-hello-chk',
  'smtpchk',
  'mysql-check',
  'pgsql-check',
  'redis-check',
  'ldap-check',
  'spop-check',
  'external-check',
])

/** These change how the result counts. All other http-check rules are steps of the check. */
const NOT_STEPS = new Set(['disable-on-404', 'send-state'])

/** The steps of a section's own HTTP check. */
export function httpSteps(section: Pick<ProxySection, 'index'>): Statement[] {
  return own(section, 'http-check').filter(({ words }) => !NOT_STEPS.has(words[1]?.text ?? ''))
}

/** The checks that a section's own options select. */
export function chosenChecks(section: Section): Set<string> {
  const chosen = new Set<string>()
  for (const { words } of own(section, 'option')) {
    const name = words[1]?.text ?? ''
    if (CHECK_OPTIONS.has(name)) chosen.add(name)
  }
  return chosen
}

/** The check of a backend; `undefined` when it only opens a connection, `unknown` when it cannot be determined. */
export function checkOf(proxy: ProxySection): string | undefined {
  for (const section of [proxy, ...proxy.defaults]) {
    const [first, ...others] = chosenChecks(section)
    if (others.length > 0) return 'unknown'
    if (first !== undefined) return first
  }
  return mayHaveMore(proxy) ? 'unknown' : undefined
}
