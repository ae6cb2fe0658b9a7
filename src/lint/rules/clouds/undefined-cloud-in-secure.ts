import { asMapping } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

const SECURE = 'clouds:\n  production:\n    auth:\n      password: "{{ vault_password }}"\n'

export default defineRule<Clouds>({
  id: 'clouds/undefined-cloud-in-secure',
  severity: 'warning',
  summary: 'secure.yaml has a cloud that clouds.yaml does not define',
  help: 'secure.yaml is merged over clouds.yaml by the names of the clouds. A cloud that exists only in secure.yaml has a password and nothing else, and the cloud that was meant has no password.',
  example: {
    bad: { 'clouds.yaml': CLOUDS, 'secure.yaml': SECURE.replace('production', 'producton') },
    good: { 'clouds.yaml': CLOUDS, 'secure.yaml': SECURE },
  },
  check({ clouds, isWhole }, report) {
    if (!isWhole) return
    const known = clouds.filter(({ isOnlySecure }) => !isOnlySecure).map(({ name }) => name)
    for (const { name, file, keyRange, isOnlySecure, settings } of clouds) {
      // with an auth_url it is a cloud of its own
      if (
        !isOnlySecure ||
        asMapping(settings.get('auth')?.node)?.entries.some(({ key }) => key === 'auth_url')
      )
        continue
      report(
        { file, range: keyRange },
        `clouds.yaml does not define the cloud "${name}".`,
        didYouMean(name, known, 'Add it there, or remove it here.'),
      )
    }
  },
})
