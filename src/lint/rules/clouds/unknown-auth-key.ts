import { defineRule } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import { AUTH_KEYS, CLOUD_KEYS, OLD_AUTH_NAMES } from '../../readers/clouds/auth-types.js'
import { authTypeOf, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/unknown-auth-key',
  severity: 'error',
  summary: 'auth contains a key that its auth_type does not accept',
  help: 'openstacksdk passes everything in auth to the plugin of keystoneauth, which fails on an unknown key (TypeError: unexpected keyword argument). Settings of the cloud itself, such as region_name or verify, belong next to auth. Application credentials need `auth_type: v3applicationcredential`.',
  example: {
    bad: CLOUDS.replace('      username: operator', '      usrname: operator'),
    good: CLOUDS,
  },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const type = authTypeOf(cloud)
      const known = type === undefined ? undefined : AUTH_KEYS.get(type)
      if (!known || type === undefined || cloud.oddity) continue
      const owner = `${cloud.settings.has('auth_type') ? '' : 'the default '}auth_type ${type}`
      for (const { key, file, keyRange } of cloud.auth.values()) {
        if (known.has(key) || OLD_AUTH_NAMES.has(key) || key.includes('{')) continue
        report(
          { file, range: keyRange },
          `The auth of the cloud "${cloud.name}" has the key "${key}", which ${owner} does not accept.`,
          helpFor(key, known),
        )
      }
    }
  },
})

function helpFor(key: string, known: ReadonlySet<string>): string {
  const type = [...AUTH_KEYS].find(([, keys]) => keys.has(key))?.[0]
  if (key.startsWith('application_credential') && type) return `Set \`auth_type: ${type}\`.`
  if (CLOUD_KEYS.has(key)) return 'Move it out of auth, to the keys of the cloud.'
  return didYouMean(key, known, type ? `Set \`auth_type: ${type}\`, or remove the key.` : 'Remove it.')
}
