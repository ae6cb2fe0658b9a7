import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

const SECRETS = ['password', 'token', 'application_credential_secret', 'client_secret', 'passcode']

export default defineRule<Clouds>({
  id: 'clouds/password-in-clouds',
  severity: 'warning',
  summary: 'a password stands in clouds.yaml',
  help: 'clouds.yaml says how to reach a cloud and is meant to be shared; secure.yaml beside it, or in ~/.config/openstack, holds the passwords and is merged over it. Move the password there, and keep that file encrypted or out of the repository.',
  example: {
    bad: CLOUDS.replace('username: operator', 'username: operator\n      password: k8sVd2Lq'),
    good: CLOUDS,
  },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      for (const key of SECRETS) {
        const secret = authSetting(cloud, key)
        if (!secret?.text || secret.isSecure) continue
        report(
          { file: secret.file, range: secret.node.range },
          `The ${key} of the cloud "${cloud.name}" stands in clouds.yaml.`,
          'Move it to secure.yaml, under the same keys.',
        )
      }
    }
  },
})
