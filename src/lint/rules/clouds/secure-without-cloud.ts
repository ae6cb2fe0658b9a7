import { nearest } from '../../../platform/nearest.js'
import { asMapping } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

const SECURE = 'clouds:\n  production:\n    auth:\n      password: "{{ vault_password }}"\n'

export default defineRule<Clouds>({
  id: 'clouds/secure-without-cloud',
  severity: 'warning',
  summary: 'secure.yaml has a cloud that clouds.yaml does not have',
  help: 'secure.yaml is merged over clouds.yaml by the names of the clouds. A name that only it has gets a password and nothing else, and the cloud that was meant gets none.',
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
      const near = nearest(name, known)
      report(
        { file, range: keyRange },
        `There is no cloud "${name}" in clouds.yaml.`,
        near ? `Did you mean "${near}"?` : 'Add it there, or remove it here.',
      )
    }
  },
})
