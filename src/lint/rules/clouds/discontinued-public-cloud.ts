import { defineRule } from '../../engine/rule.js'
import { CLOSED_VENDORS } from '../../readers/clouds/auth-types.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/discontinued-public-cloud',
  severity: 'error',
  summary: 'the profile is that of a public cloud that no longer exists',
  help: 'openstacksdk knows which public clouds no longer exist, and refuses to use their profiles.',
  example: { bad: CLOUDS.replace('    auth:', '    profile: internap\n    auth:'), good: CLOUDS },
  check({ clouds }, report) {
    for (const { settings } of clouds) {
      const profile = settings.get('profile') ?? settings.get('cloud')
      if (!profile?.text || !CLOSED_VENDORS.has(profile.text)) continue
      report(
        { file: profile.file, range: profile.node.range },
        `The public cloud "${profile.text}" no longer exists.`,
        'Remove the cloud, or set auth_url instead of the profile.',
      )
    }
  },
})
