import { own, type ProxySection, type Statement, titleOf } from '../../readers/haproxy/section.js'
import { haproxyRule } from '../../readers/haproxy/subject.js'
import { EXAMPLE } from './shared/example.js'

const WEAK = new Set(
  'admin password passw0rd secret changeme changeit haproxy stats root test guest user default openstack 123456 12345678'.split(
    ' ',
  ),
)

export default haproxyRule({
  id: 'haproxy/open-stats',
  severity: 'warning',
  summary: 'the statistics page can be used by anybody',
  help: 'With `stats admin` the page takes servers out of service, so it needs a user and a password that nobody guesses: `stats auth` or `stats http-request auth`, and a condition that is narrower than TRUE.',
  example: {
    bad: `${EXAMPLE}\n${statistics('    stats admin if TRUE\n')}`,
    good: `${EXAMPLE}\n${statistics('    stats auth operator:"${STATS_PASSWORD}"\n    stats admin if TRUE\n')}`,
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      yield* weakPasswords(proxy)
      const admin = own(proxy, 'stats', 'admin').find(isAlways)
      const isAsked = [proxy, ...proxy.defaults].some(
        (section) =>
          section.isOpaque ||
          own(section, 'stats', 'auth').length > 0 ||
          own(section, 'stats', 'http-request').length > 0,
      )
      const isGuarded = own(proxy, 'http-request').some(({ words }) =>
        ['auth', 'deny', 'reject', 'silent-drop'].includes(words[1]?.text ?? ''),
      )
      if (!admin || isAsked || isGuarded || isLocal(proxy)) continue
      yield {
        file: proxy.file,
        range: admin.keyword.range,
        message: `Everybody who reaches ${titleOf(proxy)} can take servers out of service.`,
        help: 'Add `stats auth`, or a condition.',
      }
    }
  },
})

function isAlways({ words, isCertain }: Statement): boolean {
  return isCertain && words[2]?.text === 'if' && words[3]?.text === 'TRUE' && words.length === 4
}

/** Whether a proxy only listens on the loopback or at a socket file. */
function isLocal(proxy: ProxySection): boolean {
  const addresses = own(proxy, 'bind').flatMap(({ words }) => words[1]?.text.split(',') ?? [])
  return (
    addresses.length > 0 &&
    addresses.every((address) => /^(?:ipv[46]@)?(?:127\.|\[::1\]|localhost:|\/|unix@)/.test(address))
  )
}

function* weakPasswords(proxy: ProxySection) {
  for (const { words } of own(proxy, 'stats', 'auth')) {
    const word = words[2]
    const [, user, password] = /^([^:]*):(.*)$/.exec(word?.text ?? '') ?? []
    if (!word?.isKnown || user === undefined || password === undefined) continue
    if (password !== user && !WEAK.has(password.toLowerCase())) continue
    yield {
      file: proxy.file,
      range: word.range,
      message: `The password of the user "${user}" of the statistics page is one that everybody tries.`,
      help: 'Choose another one, and keep it out of the repository.',
    }
  }
}

function statistics(lines: string): string {
  return `listen statistics
    bind 10.0.0.9:1936
    stats enable
    stats uri /
${lines}`
}
