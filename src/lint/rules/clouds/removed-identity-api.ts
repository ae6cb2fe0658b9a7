import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/removed-identity-api',
  severity: 'error',
  summary: 'auth_url points to the Identity API v2.0',
  help: 'The Queens release removed the v2.0 API of Keystone, so a login there fails. Use /v3, or omit the version.',
  example: { bad: CLOUDS.replace('/v3', '/v2.0'), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      if (url?.text && /\/v2(?:\.0)?\/?$/.test(url.text)) {
        report(
          { file: url.file, range: url.node.range },
          `The auth_url of the cloud "${cloud.name}" points to the Identity API v2.0, which no longer exists.`,
          'Replace the version by /v3.',
        )
      }
      const version = cloud.settings.get('identity_api_version')
      if (!version?.text || !/^v?2(?:\.0?)?$/.test(version.text)) continue
      report(
        { file: version.file, range: version.node.range },
        `The cloud "${cloud.name}" uses version ${version.text} of the Identity API, which no longer exists.`,
        'Use 3.',
        'warning',
      )
    }
  },
})
