import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/verification-off',
  severity: 'warning',
  summary: 'certificates are not verified',
  help: 'With `verify: false`, or `insecure: true`, anybody between here and the cloud can read the password and answer in its place; a cacert beside it is ignored. Name the CA in cacert instead.',
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
        'Remove it, and name the CA in cacert if it is your own.',
      )
    }
  },
})
