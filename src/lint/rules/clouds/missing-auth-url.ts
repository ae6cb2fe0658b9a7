import { defineRule } from '../../engine/rule.js'
import { AUTH_KEYS } from '../../readers/clouds/auth-types.js'
import { authSetting, authTypeOf, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/missing-auth-url',
  severity: 'warning',
  summary: 'a cloud has no auth_url',
  help: 'Without auth_url, and without a vendor profile that provides one, clients cannot find Keystone: "Auth plugin requires parameters which were not given: auth_url".',
  example: { bad: CLOUDS.replace(/ {6}auth_url: .*\n/, ''), good: CLOUDS },
  check({ clouds, isWhole }, report) {
    for (const cloud of clouds) {
      if (!isWhole || cloud.isOnlySecure || cloud.hasProfile || cloud.oddity) continue
      if (!AUTH_KEYS.has(authTypeOf(cloud) ?? '') || authSetting(cloud, 'auth_url')) continue
      const auth = cloud.settings.get('auth')
      report(
        { file: cloud.file, range: auth?.keyRange ?? cloud.keyRange },
        `The cloud "${cloud.name}" has no auth_url.`,
        'Add auth_url below auth, or a profile.',
      )
    }
  },
})
