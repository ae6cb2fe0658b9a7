import {
  mayHoldMore,
  own,
  type ProxySection,
  type Section,
  type Statement,
} from '../../../readers/haproxy/section.js'

/** The options that choose a check; the last one holds. */
export const CHECK_OPTIONS: ReadonlySet<string> = new Set([
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

/** These say how a check counts; the others are steps of the HTTP check itself. */
export const NO_STEPS = new Set(['disable-on-404', 'send-state'])

export function httpSteps(section: Pick<ProxySection, 'index'>): Statement[] {
  return own(section, 'http-check').filter(({ words }) => !NO_STEPS.has(words[1]?.text ?? ''))
}

export function chosenChecks(section: Section): Set<string> {
  const chosen = new Set<string>()
  for (const { words } of own(section, 'option')) {
    const name = words[1]?.text ?? ''
    if (CHECK_OPTIONS.has(name)) chosen.add(name)
  }
  return chosen
}

/** The check that a backend makes, or `undefined` when it only connects; `unknown` when nobody can say. */
export function checkOf(proxy: ProxySection): string | undefined {
  for (const section of [proxy, ...proxy.defaults]) {
    const [first, ...others] = chosenChecks(section)
    if (others.length > 0) return 'unknown'
    if (first !== undefined) return first
  }
  return mayHoldMore(proxy) ? 'unknown' : undefined
}
