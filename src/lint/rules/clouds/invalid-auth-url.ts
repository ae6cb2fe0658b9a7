import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds, isUrl } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/invalid-auth-url',
  severity: 'error',
  summary: 'auth_url is not a valid URL',
  help: 'auth_url needs a scheme and a host, for example https://keystone.example.com:5000/v3. Without the scheme, clients cannot connect.',
  example: { bad: CLOUDS.replace('https://keystone', 'keystone'), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, 'auth_url')
      if (!url || url.text === undefined || url.text.includes('$') || isUrl(url.text)) continue
      report(
        { file: url.file, range: url.node.range },
        `The auth_url "${url.text}" of the cloud "${cloud.name}" is not a valid URL.`,
        'Start it with https:// and a host name.',
      )
    }
  },
})
