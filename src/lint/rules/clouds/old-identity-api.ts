import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/old-identity-api',
  severity: 'error',
  summary: 'the auth_url is that of the Identity API v2.0',
  help: 'Keystone has no v2.0 API any more since the release Queens, so nobody can log in there. Use /v3, or leave the version out.',
  example: { bad: CLOUDS.replace('/v3', '/v2.0'), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      if (url?.text && /\/v2(?:\.0)?\/?$/.test(url.text)) {
        report(
          { file: url.file, range: url.node.range },
          `The auth_url of the cloud "${cloud.name}" is that of the Identity API v2.0, which is gone.`,
          'Write /v3 at its end.',
        )
      }
      const version = cloud.settings.get('identity_api_version')
      if (!version?.text || !/^v?2(?:\.0?)?$/.test(version.text)) continue
      report(
        { file: version.file, range: version.node.range },
        `The cloud "${cloud.name}" asks for version ${version.text} of the Identity API, which is gone.`,
        'Write 3.',
        'warning',
      )
    }
  },
})
