import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/tls-verification-disabled',
  severity: 'warning',
  summary: 'TLS certificates are not verified',
  help: 'With `verify: false` or `insecure: true`, an attacker between the client and the cloud can read the password and impersonate the cloud. A cacert is ignored as well. Set cacert to your CA instead.',
  example: {
    bad: CLOUDS.replace('    interface', '    verify: false\n    interface'),
    good: CLOUDS.replace('    interface', '    cacert: /etc/ssl/certs/ca.pem\n    interface'),
  },
  check({ clouds }, report) {
    for (const { name, settings } of clouds) {
      const off = [settings.get('verify'), settings.get('insecure')].find(
        (setting) => asScalar(setting?.node)?.value === (setting?.key === 'insecure'),
      )
      if (!off) continue
      const cacert = settings.has('cacert') ? ' Its cacert is ignored.' : ''
      report(
        { file: off.file, range: off.node.range },
        `The certificate of the cloud "${name}" is not verified.${cacert}`,
        'Remove this line, and set cacert if you have your own CA.',
      )
    }
  },
})
