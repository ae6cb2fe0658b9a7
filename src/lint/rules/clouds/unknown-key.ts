import { distance } from 'fastest-levenshtein'
import { defineRule } from '../../engine/rule.js'
import { CLOUD_KEYS, SERVICE_KEY } from '../../readers/clouds/auth-types.js'
import type { Clouds } from '../../readers/clouds/cloud.js'
import { CLOUDS } from './shared/example.js'

export default defineRule<Clouds>({
  id: 'clouds/unknown-key',
  severity: 'warning',
  summary: 'a key of a cloud is misspelled',
  help: 'openstacksdk keeps keys that it does not know and never looks at them, so a misspelled region_name or interface has no effect, and nobody says so.',
  example: { bad: CLOUDS.replace('region_name', 'region_nam'), good: CLOUDS },
  check({ clouds }, report) {
    for (const cloud of clouds) {
      for (const { key, file, keyRange } of cloud.settings.values()) {
        if (CLOUD_KEYS.has(key) || SERVICE_KEY.test(key) || key.length < 4 || key.startsWith('x_')) continue
        const near = [...CLOUD_KEYS].find((known) => isNear(key, known))
        if (near === undefined) continue
        report(
          { file, range: keyRange },
          `The key "${key}" of the cloud "${cloud.name}" has no effect.`,
          `Did you mean "${near}"?`,
        )
      }
    }
  },
})

/** Keys that people add are like none of the known ones. */
function isNear(key: string, known: string): boolean {
  const slips = key.length < 8 ? 1 : 2
  return Math.abs(key.length - known.length) <= slips && distance(key, known) <= slips
}
