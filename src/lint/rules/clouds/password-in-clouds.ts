import { defineRule } from '../../engine/rule.js'
import { authSetting, type Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

/** The secrets among the settings of keystoneauth's plugins. */
const SECRETS = ['password', 'token', 'application_credential_secret', 'client_secret', 'passcode']

export default defineRule<Clouds>({
  id: 'clouds/password-in-clouds',
  severity: 'warning',
  summary: 'clouds.yaml contains a password',
  help: 'clouds.yaml describes how to reach a cloud and is meant to be shared. Passwords belong in secure.yaml, in the same folder or in ~/.config/openstack, which is merged over clouds.yaml. Move the password there, and encrypt that file or keep it out of the repository.',
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
          `clouds.yaml contains the ${key} of the cloud "${cloud.name}".`,
          'Move it to secure.yaml, under the same keys.',
        )
      }
    }
  },
})
