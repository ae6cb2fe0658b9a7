import { isIP } from 'node:net'
import { asMapping, asScalar, asSequence, childOf, entriesOf, type YamlNode } from '../../../../yaml/tree.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { CLOSED_VENDORS } from '../../../readers/clouds/auth-types.js'
import { authSetting, type Cloud, type Clouds, type Setting } from '../../../readers/clouds/cloud.js'
import { CLOUDS } from './example.js'

export const verificationOff: Rule<Clouds> = {
  id: 'clouds/verification-off',
  severity: 'warning',
  summary: 'certificates are not verified',
  help: 'With `verify: false`, or `insecure: true`, anybody between here and the cloud can read the password and answer in its place; a cacert beside it is ignored. Name the CA in cacert instead.',
  example: {
    bad: CLOUDS.replace('    interface', '    verify: false\n    interface'),
    good: CLOUDS.replace('    interface', '    cacert: /etc/ssl/certs/ca.pem\n    interface'),
  },
  *check({ clouds }) {
    for (const { name, settings } of clouds) {
      const off = [settings.get('verify'), settings.get('insecure')].find(
        (setting) => asScalar(setting?.node)?.value === (setting?.key === 'insecure'),
      )
      if (!off) continue
      const cacert = settings.has('cacert') ? ' Its cacert is ignored.' : ''
      yield {
        file: off.file,
        range: off.node.range,
        message: `The certificate of the cloud "${name}" is not verified.${cacert}`,
        help: 'Remove it, and name the CA in cacert if it is your own.',
      }
    }
  },
}

export const identityV2: Rule<Clouds> = {
  id: 'clouds/old-identity-api',
  severity: 'error',
  summary: 'the auth_url is that of the Identity API v2.0',
  help: 'Keystone has no v2.0 API any more since the release Queens, so nobody can log in there. Use /v3, or leave the version out.',
  example: { bad: CLOUDS.replace('/v3', '/v2.0'), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      if (url?.text && /\/v2(?:\.0)?\/?$/.test(url.text)) {
        yield {
          file: url.file,
          range: url.node.range,
          message: `The auth_url of the cloud "${cloud.name}" is that of the Identity API v2.0, which is gone.`,
          help: 'Write /v3 at its end.',
        }
      }
      const version = cloud.settings.get('identity_api_version')
      if (!version?.text || !/^v?2(?:\.0?)?$/.test(version.text)) continue
      yield {
        file: version.file,
        range: version.node.range,
        message: `The cloud "${cloud.name}" asks for version ${version.text} of the Identity API, which is gone.`,
        help: 'Write 3.',
        severity: 'warning',
      }
    }
  },
}

export const invalidAuthUrl: Rule<Clouds> = {
  id: 'clouds/invalid-auth-url',
  severity: 'error',
  summary: 'the auth_url is no URL',
  help: 'auth_url needs its scheme and its host, such as https://keystone.example.com:5000/v3. Without the scheme the client cannot even try.',
  example: { bad: CLOUDS.replace('https://keystone', 'keystone'), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      if (!url || url.text === undefined || url.text.includes('$') || isUrl(url.text)) continue
      yield {
        file: url.file,
        range: url.node.range,
        message: `The auth_url "${url.text}" of the cloud "${cloud.name}" is no URL.`,
        help: 'Start it with https:// and the name of the host.',
      }
    }
  },
}

function isUrl(text: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text)
}

export const plainHttp: Rule<Clouds> = {
  id: 'clouds/plain-http',
  severity: 'notice',
  summary: 'passwords go to a public host without TLS',
  help: 'With http:// the password, and the token that every later request carries, can be read by anybody on the way. Hosts with private addresses and names without a public domain are left alone.',
  example: { bad: CLOUDS.replace('https://', 'http://'), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      const host = url?.text && isUrl(url.text) ? new URL(url.text) : undefined
      if (!url || host?.protocol !== 'http:' || !isPublic(host.hostname)) continue
      yield {
        file: url.file,
        range: url.node.range,
        message: `Passwords go to ${host.hostname} without TLS.`,
        help: 'Use https.',
      }
    }
  },
}

const NOT_PUBLIC = /(^|\.)(local|localhost|internal|lan|home|corp|intra|test|invalid|svc|localdomain|arpa)$/i
const PRIVATE_IPV4 =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./

function isPublic(host: string): boolean {
  if (host.startsWith('[')) return /^\[[23]/.test(host) && !host.startsWith('[2001:db8')
  if (isIP(host) === 4) return !PRIVATE_IPV4.test(host)
  return host.includes('.') && !NOT_PUBLIC.test(host)
}

export const missingRegion: Rule<Clouds> = {
  id: 'clouds/missing-region',
  severity: 'notice',
  summary: 'a cloud names no region, and others at the same Keystone do',
  help: 'Without region_name a client takes the first endpoint in the catalog, of whichever region that is. Where one Keystone serves several regions, that is by chance.',
  example: {
    bad: `${CLOUDS}${second('')}${third('')}`,
    good: `${CLOUDS}${second('')}${third('    region_name: region-two\n')}`,
  },
  *check({ clouds }) {
    const regions = new Map<string, Set<string>>()
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')?.text
      const region = cloud.settings.get('region_name')?.text
      if (url === undefined || region === undefined) continue
      regions.set(url, (regions.get(url) ?? new Set()).add(region))
    }
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')?.text
      const others = url === undefined ? undefined : regions.get(url)
      if (!others || others.size < 2 || cloud.hasProfile) continue
      if (cloud.settings.has('region_name') || cloud.settings.has('regions')) continue
      yield {
        file: cloud.file,
        range: cloud.keyRange,
        message: `The cloud "${cloud.name}" names none of the regions ${[...others].sort().join(', ')} of its Keystone.`,
        help: 'Add region_name.',
      }
    }
  },
}

function second(_region: string): string {
  return CLOUDS.replace('clouds:\n', '').replace('production:', 'second:').replace('region-one', 'region-two')
}

function third(region: string): string {
  return CLOUDS.replace('clouds:\n', '')
    .replace('production:', 'third:')
    .replace('    region_name: region-one\n', region)
}

export const closedVendor: Rule<Clouds> = {
  id: 'clouds/closed-vendor',
  severity: 'error',
  summary: 'the profile is that of a public cloud that closed down',
  help: 'openstacksdk knows that this public cloud no longer exists, and refuses to use its profile.',
  example: { bad: CLOUDS.replace('    auth:', '    profile: internap\n    auth:'), good: CLOUDS },
  *check({ clouds }) {
    for (const { settings } of clouds) {
      const profile = settings.get('profile') ?? settings.get('cloud')
      if (!profile?.text || !CLOSED_VENDORS.has(profile.text)) continue
      yield {
        file: profile.file,
        range: profile.node.range,
        message: `The public cloud "${profile.text}" does not exist any more.`,
        help: 'Remove the cloud, or give its own auth_url instead of the profile.',
      }
    }
  },
}

export const invalidValue: Rule<Clouds> = {
  id: 'clouds/invalid-value',
  severity: 'error',
  summary: 'a value has a form that openstacksdk does not take',
  help: 'A cloud and its auth are mappings; `verify` is true or false, and a quoted "false" is taken for the name of a CA file; interface is public, internal or admin; regions and networks are lists whose entries have a name. openstacksdk stops at anything else, or looks for an endpoint that does not exist.',
  example: {
    bad: CLOUDS.replace('interface: public', 'interface: privat'),
    good: CLOUDS.replace('interface: public', 'interface: internal'),
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const { settings, oddity } = cloud
      // nothing at all may be filled in by secure.yaml elsewhere
      if (oddity) {
        if (!cloud.isOnlySecure)
          yield problem(oddity, `The cloud "${cloud.name}" is no mapping`, 'Write its keys below it.')
        continue
      }
      const auth = settings.get('auth')
      if (auth && !asMapping(auth.node) && !isTemplate(auth)) {
        yield problem(
          auth,
          `The auth of the cloud "${cloud.name}" is no mapping`,
          'Write auth_url, username… below it.',
        )
      }
      yield* wrongScalars(cloud)
      yield* wrongLists(cloud)
    }
  },
}

function problem(setting: Setting, message: string, help: string, node: YamlNode = setting.node): Problem {
  return { file: setting.file, range: node.range, message: `${message}.`, help }
}

/** Whether the value is a text that Ansible fills in. */
function isTemplate({ node, text }: Setting): boolean {
  return text === undefined && asScalar(node)?.value !== null && asScalar(node) !== undefined
}

function* wrongScalars({ name, settings }: Cloud): Iterable<Problem> {
  for (const [key, setting] of settings) {
    const { text, node } = setting
    if (text === undefined) continue
    if (
      key === 'verify' &&
      /^(?:false|no|off|true|yes|on|0|1)$/i.test(text) &&
      typeof asScalar(node)?.value !== 'boolean'
    ) {
      const isFile = `The verify of the cloud "${name}" is the text "${text}", which is taken for a CA file`
      yield problem(setting, isFile, 'Write true or false, without quotes.')
    }
    const isInterface =
      key === 'interface' || key === 'endpoint_type' || /_(?:interface|endpoint_type)$/.test(key)
    if (isInterface && !/^(?:public|internal|admin)(?:URL)?$/.test(text)) {
      yield problem(setting, `There is no interface "${text}"`, 'Write public, internal or admin.')
    }
    if (key === 'api_timeout' && Number.isNaN(Number(text))) {
      yield problem(setting, `The api_timeout "${text}" is no number`, 'Write a number of seconds.')
    }
  }
}

function* wrongLists({ settings }: Cloud): Iterable<Problem> {
  const regions = settings.get('regions')
  for (const item of asSequence(regions?.node)?.items ?? []) {
    const keys = entriesOf(item).map(({ key }) => key)
    if (
      !regions ||
      !asMapping(item) ||
      (keys.includes('name') && keys.every((key) => key === 'name' || key === 'values'))
    )
      continue
    yield problem(
      regions,
      'A region has other keys than name and values',
      'Put its settings under values.',
      item,
    )
  }
  const networks = settings.get('networks')
  for (const item of asSequence(networks?.node)?.items ?? []) {
    if (networks && asMapping(item) && childOf(item, 'name') === undefined) {
      yield problem(networks, 'A network has no name', 'Add its name.', item)
    }
  }
  for (const flag of ['nat_destination', 'default_interface']) {
    const [, second] = (asSequence(networks?.node)?.items ?? []).filter(
      (item) => asScalar(childOf(item, flag))?.value === true,
    )
    if (networks && second) {
      yield problem(networks, `Two networks are the ${flag}`, `Set ${flag} for one of them only.`, second)
    }
  }
  for (const key of ['external_network', 'internal_network']) {
    const old = settings.get(key)
    if (networks && old) yield problem(old, `The cloud has networks and ${key}`, `Remove ${key}.`)
  }
}
