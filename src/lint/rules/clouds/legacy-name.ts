import { defineRule } from '../../engine/rule.js'
import { OLD_AUTH_NAMES } from '../../readers/clouds/auth-types.js'
import type { Clouds, Setting } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/legacy-name',
  severity: 'notice',
  summary: 'an old name that is on its way out',
  help: 'openstacksdk still understands endpoint_type (now interface), tenant_name and tenant_id (now project), auth_plugin (now auth_type), `cloud` inside of a cloud (now profile) and several regions in region_name (now regions), and warns about some of them; other clients do not understand them all.',
  example: {
    bad: CLOUDS.replace('interface: public', 'endpoint_type: public'),
    good: CLOUDS,
  },
  *check({ clouds }) {
    for (const { settings, auth } of clouds) {
      for (const setting of settings.values()) {
        const today = todaysName(setting)
        if (today !== undefined) yield legacy(setting, today)
      }
      for (const setting of auth.values()) {
        const today = OLD_AUTH_NAMES.get(setting.key)
        if (today !== undefined) yield legacy(setting, today)
      }
    }
  },
})

function todaysName({ key, text, node }: Setting): string | undefined {
  if (key === 'cloud' && text !== undefined) return 'profile'
  if (key === 'auth_plugin') return 'auth_type'
  if (key === 'region_name') return text?.includes(',') || node.kind === 'sequence' ? 'regions' : undefined
  if (key.endsWith('endpoint_type')) return key.replace('endpoint_type', 'interface')
  return key === 'tenant_id' || key === 'tenant_name' ? OLD_AUTH_NAMES.get(key) : undefined
}

function legacy({ key, file, keyRange }: Setting, today: string) {
  return {
    file,
    range: keyRange,
    message: `The key ${key} is called ${today} today.`,
    help: `Write ${today}.`,
  }
}
