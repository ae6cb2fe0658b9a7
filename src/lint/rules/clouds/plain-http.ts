import { isIP } from 'node:net'
import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds, isUrl } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

const NOT_PUBLIC = /(^|\.)(local|localhost|internal|lan|home|corp|intra|test|invalid|svc|localdomain|arpa)$/i

const PRIVATE_IPV4 =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./

export default defineRule<Clouds>({
  id: 'clouds/plain-http',
  severity: 'notice',
  summary: 'passwords are sent to a public host without TLS',
  help: 'With http://, the password and the token in every later request are sent unencrypted. The rule ignores hosts with private addresses and names without a public domain.',
  example: { bad: CLOUDS.replace('https://', 'http://'), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      const host = url?.text && isUrl(url.text) ? new URL(url.text) : undefined
      if (!url || host?.protocol !== 'http:' || !isPublic(host.hostname)) continue
      report(
        { file: url.file, range: url.node.range },
        `Passwords are sent to ${host.hostname} without TLS.`,
        'Use https.',
      )
    }
  },
})

function isPublic(host: string): boolean {
  if (host.startsWith('[')) return /^\[[23]/.test(host) && !host.startsWith('[2001:db8')
  if (isIP(host) === 4) return !PRIVATE_IPV4.test(host)
  return host.includes('.') && !NOT_PUBLIC.test(host)
}
