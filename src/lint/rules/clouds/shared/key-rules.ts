import { distance } from 'fastest-levenshtein'
import { nearest } from '../../../../platform/nearest.js'
import { asMapping } from '../../../../yaml/tree.js'
import type { Rule } from '../../../engine/rule.js'
import { CLOUD_KEYS, OLD_AUTH_NAMES, SERVICE_KEY } from '../../../readers/clouds/auth-types.js'
import type { Clouds, Setting } from '../../../readers/clouds/cloud.js'
import { CLOUDS } from './example.js'

export const unknownKey: Rule<Clouds> = {
  id: 'clouds/unknown-key',
  severity: 'warning',
  summary: 'a key of a cloud is misspelled',
  help: 'openstacksdk keeps keys that it does not know and never looks at them, so a misspelled region_name or interface has no effect, and nobody says so.',
  example: { bad: CLOUDS.replace('region_name', 'region_nam'), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      for (const { key, file, keyRange } of cloud.settings.values()) {
        if (CLOUD_KEYS.has(key) || SERVICE_KEY.test(key) || key.length < 4 || key.startsWith('x_')) continue
        const near = [...CLOUD_KEYS].find((known) => isNear(key, known))
        if (near === undefined) continue
        yield {
          file,
          range: keyRange,
          message: `The key "${key}" of the cloud "${cloud.name}" has no effect.`,
          help: `Did you mean "${near}"?`,
        }
      }
    }
  },
}

/** Keys that people add are like none of the known ones. */
function isNear(key: string, known: string): boolean {
  const slips = key.length < 8 ? 1 : 2
  return Math.abs(key.length - known.length) <= slips && distance(key, known) <= slips
}

export const legacyName: Rule<Clouds> = {
  id: 'clouds/legacy-name',
  severity: 'notice',
  summary: 'an old name that is on its way out',
  help: 'openstacksdk still understands endpoint_type (now interface), tenant_name and tenant_id (now project), auth_plugin (now auth_type), `cloud` inside of a cloud (now profile) and several regions in region_name (now regions), and warns about some of them; other clients do not understand them all.',
  example: {
    bad: CLOUDS.replace('interface: public', 'endpoint_type: public'),
    good: CLOUDS,
  },
  *check({ clouds }) {
    for (const { settings, auth } of clouds) {
      for (const setting of settings.values()) {
        const today = todaysName(setting)
        if (today !== undefined) yield legacy(setting, today)
      }
      for (const setting of auth.values()) {
        const today = OLD_AUTH_NAMES.get(setting.key)
        if (today !== undefined) yield legacy(setting, today)
      }
    }
  },
}

function todaysName({ key, text, node }: Setting): string | undefined {
  if (key === 'cloud' && text !== undefined) return 'profile'
  if (key === 'auth_plugin') return 'auth_type'
  if (key === 'region_name') return text?.includes(',') || node.kind === 'sequence' ? 'regions' : undefined
  if (key.endsWith('endpoint_type')) return key.replace('endpoint_type', 'interface')
  return key === 'tenant_id' || key === 'tenant_name' ? OLD_AUTH_NAMES.get(key) : undefined
}

function legacy({ key, file, keyRange }: Setting, today: string) {
  return {
    file,
    range: keyRange,
    message: `The key ${key} is called ${today} today.`,
    help: `Write ${today}.`,
  }
}

const SECURE = 'clouds:\n  production:\n    auth:\n      password: "{{ vault_password }}"\n'

export const secureWithoutCloud: Rule<Clouds> = {
  id: 'clouds/secure-without-cloud',
  severity: 'warning',
  summary: 'secure.yaml has a cloud that clouds.yaml does not have',
  help: 'secure.yaml is merged over clouds.yaml by the names of the clouds. A name that only it has gets a password and nothing else, and the cloud that was meant gets none.',
  example: {
    bad: { 'clouds.yaml': CLOUDS, 'secure.yaml': SECURE.replace('production', 'producton') },
    good: { 'clouds.yaml': CLOUDS, 'secure.yaml': SECURE },
  },
  *check({ clouds, isWhole }) {
    if (!isWhole) return
    const known = clouds.filter(({ isOnlySecure }) => !isOnlySecure).map(({ name }) => name)
    for (const { name, file, keyRange, isOnlySecure, settings } of clouds) {
      // with an auth_url it is a cloud of its own
      if (
        !isOnlySecure ||
        asMapping(settings.get('auth')?.node)?.entries.some(({ key }) => key === 'auth_url')
      )
        continue
      const near = nearest(name, known)
      yield {
        file,
        range: keyRange,
        message: `There is no cloud "${name}" in clouds.yaml.`,
        help: near ? `Did you mean "${near}"?` : 'Add it there, or remove it here.',
      }
    }
  },
}
