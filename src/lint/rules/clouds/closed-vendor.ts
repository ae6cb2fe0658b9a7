import { defineRule } from '../../engine/rule.js'
import { CLOSED_VENDORS } from '../../readers/clouds/auth-types.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/closed-vendor',
  severity: 'error',
  summary: 'the profile is that of a public cloud that closed down',
  help: 'openstacksdk knows that this public cloud no longer exists, and refuses to use its profile.',
  example: { bad: CLOUDS.replace('    auth:', '    profile: internap\n    auth:'), good: CLOUDS },
  check({ clouds }, report) {
    for (const { settings } of clouds) {
      const profile = settings.get('profile') ?? settings.get('cloud')
      if (!profile?.text || !CLOSED_VENDORS.has(profile.text)) continue
      report(
        { file: profile.file, range: profile.node.range },
        `The public cloud "${profile.text}" does not exist any more.`,
        'Remove the cloud, or give its own auth_url instead of the profile.',
      )
    }
  },
})
