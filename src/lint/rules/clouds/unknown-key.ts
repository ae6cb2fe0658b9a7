import { defineRule } from '../../engine/rule.js'
import { typoOf } from '../../engine/speller.js'
import { CLOUD_KEYS, SERVICE_KEY } from '../../readers/clouds/auth-types.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from '../../readers/clouds/subjects.js'

export default defineRule<Clouds>({
  id: 'clouds/unknown-key',
  severity: 'warning',
  summary: 'a key of a cloud is misspelled',
  help: 'openstacksdk ignores unknown keys silently, so a misspelled region_name or interface has no effect.',
  example: { bad: CLOUDS.replace('region_name', 'region_nam'), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      for (const { key, file, keyRange } of cloud.settings.values()) {
        if (SERVICE_KEY.test(key) || key.startsWith('x_')) continue
        const meant = typoOf(key, CLOUD_KEYS, { shortest: 4, ignoresDigits: true })
        if (meant === undefined) continue
        report(
          { file, range: keyRange },
          `The key "${key}" of the cloud "${cloud.name}" has no effect.`,
          `Did you mean "${meant}"?`,
        )
      }
    }
  },
})
