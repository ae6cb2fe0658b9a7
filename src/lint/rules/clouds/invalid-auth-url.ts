import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'
import { isUrl } from './shared/value-rules.js'

export default defineRule<Clouds>({
  id: 'clouds/invalid-auth-url',
  severity: 'error',
  summary: 'the auth_url is no URL',
  help: 'auth_url needs its scheme and its host, such as https://keystone.example.com:5000/v3. Without the scheme the client cannot even try.',
  example: { bad: CLOUDS.replace('https://keystone', 'keystone'), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      if (!url || url.text === undefined || url.text.includes('$') || isUrl(url.text)) continue
      report(
        { file: url.file, range: url.node.range },
        `The auth_url "${url.text}" of the cloud "${cloud.name}" is no URL.`,
        'Start it with https:// and the name of the host.',
      )
    }
  },
})
