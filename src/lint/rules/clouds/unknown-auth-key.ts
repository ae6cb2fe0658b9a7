import { nearest } from '../../../platform/nearest.js'
import { defineRule } from '../../engine/rule.js'
import { AUTH_KEYS, CLOUD_KEYS, OLD_AUTH_NAMES } from '../../readers/clouds/auth-types.js'
import { authTypeOf, type Cloud, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/unknown-auth-key',
  severity: 'error',
  summary: 'auth holds a key that its auth_type does not take',
  help: 'openstacksdk hands everything in auth to the plugin of keystoneauth, which stops at a key that it does not know (TypeError: unexpected keyword argument). Settings of the cloud itself, such as region_name or verify, stand beside auth; application credentials need `auth_type: v3applicationcredential`.',
  example: {
    bad: CLOUDS.replace('      username: operator', '      usrname: operator'),
    good: CLOUDS,
  },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const type = authTypeOf(cloud)
      const known = type === undefined ? undefined : AUTH_KEYS.get(type)
      if (!known || type === undefined || cloud.oddity) continue
      for (const setting of cloud.auth.values()) {
        const { key, file, keyRange } = setting
        if (known.has(key) || OLD_AUTH_NAMES.has(key) || key.includes('{')) continue
        report(
          { file, range: keyRange },
          `The auth of the cloud "${cloud.name}" has the key "${key}", which ${withType(cloud, type)} does not take.`,
          hintFor(key, known),
        )
      }
    }
  },
})

function withType({ settings }: Cloud, type: string): string {
  return settings.has('auth_type') ? `auth_type ${type}` : `the default auth_type ${type}`
}

function hintFor(key: string, known: ReadonlySet<string>): string {
  const type = [...AUTH_KEYS].find(([, keys]) => keys.has(key))?.[0]
  if (key.startsWith('application_credential') && type) return `Set \`auth_type: ${type}\`.`
  if (CLOUD_KEYS.has(key)) return 'Move it out of auth, to the keys of the cloud.'
  const near = nearest(key, known)
  if (near) return `Did you mean "${near}"?`
  return type ? `Set \`auth_type: ${type}\`, or remove it.` : 'Remove it.'
}
