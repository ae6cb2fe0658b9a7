/** What HAProxy does with a statement in the wrong section: it refuses to start, or warns and ignores the line. */
export type Verdict = 'refused' | 'ignored'

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s*,\s*/))
}

const REFUSED_IN_FRONTEND = words('server server-template default-server retry-on')
const IGNORED_IN_FRONTEND = list(
  'balance, cookie, fullconn, hash-type, stick, retries, http-check, tcp-check, source, timeout server, timeout connect, timeout check, timeout queue, timeout tunnel, timeout server-fin, load-server-state-from-file, http-reuse, option httpchk, option tcp-check, option redispatch, option srvtcpka, option log-health-checks, option allbackups, option mysql-check, option ssl-hello-chk, option prefer-last-server, dispatch, http-send-name-header, max-keep-alive-queue, force-persist, ignore-persist, server-state-file-name, option persist, option transparent',
)
const IGNORED_IN_BACKEND = list(
  'bind, use_backend, default_backend, maxconn, backlog, timeout client, timeout client-fin, monitor-uri, monitor, capture, option dontlognull, option clitcpka, option contstats, option logasap, rate-limit',
)
const REFUSED_IN_DEFAULTS = words(
  'bind server server-template use_backend use-server stick redirect monitor capture dispatch id description filter force-persist ignore-persist stick-table',
)
/** In a `defaults` section without a name. Since 2.6, one with a name may contain them. */
const REFUSED_IN_ANONYMOUS_DEFAULTS = words('acl http-request http-response http-after-response')

/** The verdict on a statement in a section; `undefined` when HAProxy accepts it. */
export function verdictOn(
  kind: string,
  isNamed: boolean,
  keyword: string,
  second: string,
): Verdict | undefined {
  const both = `${keyword} ${second}`
  if (kind === 'frontend') {
    if (REFUSED_IN_FRONTEND.has(keyword)) return 'refused'
    if (IGNORED_IN_FRONTEND.has(keyword) || IGNORED_IN_FRONTEND.has(both)) return 'ignored'
  }
  if (kind === 'backend') {
    if (keyword === 'tcp-request' && (second === 'connection' || second === 'session')) return 'refused'
    if (IGNORED_IN_BACKEND.has(keyword) || IGNORED_IN_BACKEND.has(both)) return 'ignored'
  }
  if (kind === 'defaults') {
    if (REFUSED_IN_DEFAULTS.has(keyword)) return 'refused'
    if (!isNamed && REFUSED_IN_ANONYMOUS_DEFAULTS.has(keyword)) return 'refused'
  }
  return undefined
}
