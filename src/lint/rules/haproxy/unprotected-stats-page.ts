import type { Report } from '../../engine/rule.js'
import { own, type ProxySection, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { EXAMPLE, haproxyRule } from '../../readers/haproxy/subjects.js'

const WEAK = new Set(
  'admin password passw0rd secret changeme changeit haproxy stats root test guest user default openstack 123456 12345678'.split(
    ' ',
  ),
)

export default haproxyRule({
  id: 'haproxy/unprotected-stats-page',
  severity: 'warning',
  summary: 'the statistics page accepts changes from every client',
  help: 'With `stats admin`, the page can disable servers. Protect it with a user and a strong password (`stats auth` or `stats http-request auth`), and with a condition that is narrower than TRUE.',
  example: {
    bad: `${EXAMPLE}\n${statistics('    stats admin if TRUE\n')}`,
    good: `${EXAMPLE}\n${statistics('    stats auth operator:"${STATS_PASSWORD}"\n    stats admin if TRUE\n')}`,
  },
  check({ proxies }, report) {
    for (const proxy of proxies) {
      reportWeakPasswords(proxy, report)
      const admin = own(proxy, 'stats', 'admin').find(isAlways)
      const needsPassword = [proxy, ...proxy.defaults].some(
        (section) =>
          section.isOpaque ||
          own(section, 'stats', 'auth').length > 0 ||
          own(section, 'stats', 'http-request').length > 0,
      )
      const isGuarded = own(proxy, 'http-request').some(({ words }) =>
        ['auth', 'deny', 'reject', 'silent-drop'].includes(words[1]?.text ?? ''),
      )
      if (!admin || needsPassword || isGuarded || isLocal(proxy)) continue
      report(
        { file: proxy.file, range: admin.keyword.range },
        `Every client that reaches ${titleOf(proxy)} can disable servers.`,
        'Add `stats auth`, or a condition.',
      )
    }
  },
})

function isAlways({ words, isCertain }: Statement): boolean {
  return isCertain && words[2]?.text === 'if' && words[3]?.text === 'TRUE' && words.length === 4
}

/** Whether a proxy listens only on the loopback address or on a socket file. */
function isLocal(proxy: ProxySection): boolean {
  const addresses = own(proxy, 'bind').flatMap(({ words }) => words[1]?.text.split(',') ?? [])
  return (
    addresses.length > 0 &&
    addresses.every((address) => /^(?:ipv[46]@)?(?:127\.|\[::1\]|localhost:|\/|unix@)/.test(address))
  )
}

function reportWeakPasswords(proxy: ProxySection, report: Report): void {
  for (const { words } of own(proxy, 'stats', 'auth')) {
    const word = words[2]
    const [, user, password] = /^([^:]*):(.*)$/.exec(word?.text ?? '') ?? []
    if (!word?.isKnown || user === undefined || password === undefined) continue
    if (password !== user && !WEAK.has(password.toLowerCase())) continue
    report(
      { file: proxy.file, range: word.range },
      `The user "${user}" of the statistics page has a password that is easy to guess.`,
      'Choose a strong password, and keep it out of the repository.',
    )
  }
}

function statistics(lines: string): string {
  return `listen statistics
    bind 10.0.0.9:1936
    stats enable
    stats uri /
${lines}`
}
