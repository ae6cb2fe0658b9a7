import { defineRule } from '../../engine/rule.js'
import { nearest } from '../../engine/speller.js'
import { AUTH_TYPES, MEANT_AUTH_TYPES } from '../../readers/clouds/auth-types.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/unknown-auth-type',
  severity: 'error',
  summary: 'auth_type is misspelled',
  help: 'auth_type selects the plugin of keystoneauth for the login. If no plugin has that name, no client can connect to the cloud: "The plugin … could not be found". The rule ignores names that are not similar to a known one, since another package may provide them.',
  example: {
    bad: CLOUDS.replace('    auth:', '    auth_type: v3pasword\n    auth:'),
    good: CLOUDS.replace('    auth:', '    auth_type: v3password\n    auth:'),
  },
  check({ clouds }, report) {
    for (const { settings } of clouds) {
      const type = settings.get('auth_type') ?? settings.get('auth_plugin')
      if (!type?.text || AUTH_TYPES.has(type.text)) continue
      const meant = MEANT_AUTH_TYPES.get(type.text.toLowerCase()) ?? nearest(type.text, AUTH_TYPES)
      if (meant === undefined) continue
      report(
        { file: type.file, range: type.node.range },
        `Unknown auth_type "${type.text}".`,
        `Did you mean "${meant}"?`,
      )
    }
  },
})
