import { defineRule } from '../../engine/rule.js'
import { OLD_AUTH_NAMES } from '../../readers/clouds/auth-types.js'
import type { Clouds, Setting } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/deprecated-key',
  severity: 'notice',
  summary: 'a key has a deprecated name',
  help: 'openstacksdk still accepts endpoint_type (now interface), tenant_name and tenant_id (now project), auth_plugin (now auth_type), `cloud` inside a cloud (now profile) and several regions in region_name (now regions). It warns about some of them, and other clients do not accept all of them.',
  example: {
    bad: CLOUDS.replace('interface: public', 'endpoint_type: public'),
    good: CLOUDS,
  },
  check({ clouds }, report) {
    for (const { settings, auth } of clouds) {
      const renamed = [
        ...[...settings.values()].map((setting) => [setting, currentName(setting)] as const),
        ...[...auth.values()].map((setting) => [setting, OLD_AUTH_NAMES.get(setting.key)] as const),
      ]
      for (const [{ key, file, keyRange }, current] of renamed) {
        if (current === undefined) continue
        report({ file, range: keyRange }, `The key ${key} is now called ${current}.`, `Use ${current}.`)
      }
    }
  },
})

function currentName({ key, text, node }: Setting): string | undefined {
  if (key === 'cloud' && text !== undefined) return 'profile'
  if (key === 'auth_plugin') return 'auth_type'
  if (key === 'region_name') return text?.includes(',') || node.kind === 'sequence' ? 'regions' : undefined
  if (key.endsWith('endpoint_type')) return key.replace('endpoint_type', 'interface')
  return key === 'tenant_id' || key === 'tenant_name' ? OLD_AUTH_NAMES.get(key) : undefined
}
