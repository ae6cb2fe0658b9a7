import { nearest } from '../../../platform/nearest.js'
import { defineRule } from '../../engine/rule.js'
import { AUTH_TYPES, MEANT_AUTH_TYPES } from '../../readers/clouds/auth-types.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/unknown-auth-type',
  severity: 'error',
  summary: 'an auth_type is misspelled',
  help: 'auth_type names the plugin of keystoneauth that logs in. When there is none of that name, nothing connects to the cloud: "The plugin … could not be found". Names that are like none of the known ones may come from another package and are left alone.',
  example: {
    bad: CLOUDS.replace('    auth:', '    auth_type: v3pasword\n    auth:'),
    good: CLOUDS.replace('    auth:', '    auth_type: v3password\n    auth:'),
  },
  check({ clouds }, report) {
    for (const { settings } of clouds) {
      const type = settings.get('auth_type') ?? settings.get('auth_plugin')
      if (!type?.text || AUTH_TYPES.has(type.text)) continue
      const near = MEANT_AUTH_TYPES.get(type.text.toLowerCase()) ?? nearest(type.text, AUTH_TYPES)
      if (near === undefined) continue
      report(
        { file: type.file, range: type.node.range },
        `There is no auth_type "${type.text}".`,
        `Did you mean "${near}"?`,
      )
    }
  },
})
