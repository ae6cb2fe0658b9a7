import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { ENVIRONMENT_SECTIONS } from '../../readers/heat/environment-sections.js'
import { GOOD, LISTS } from './shared/environment-section-rules.js'

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/empty-section',
  severity: 'warning',
  summary: 'a section of an environment file has no value',
  help: 'Heat itself refuses an environment with an empty section. The usual client merges environments before it sends them and so hides this, but other ways to Heat do not.',
  example: { bad: `${GOOD}resource_registry:\n`, good: `${GOOD}resource_registry: {}\n` },
  check({ sections }, report) {
    for (const { key, keyRange, value } of sections) {
      if (!ENVIRONMENT_SECTIONS.includes(key) || asScalar(value)?.value !== null) continue
      report(
        { range: keyRange },
        `The section "${key}" is empty.`,
        `Remove it, or write  ${key}: ${LISTS.has(key) ? '[]' : '{}'}.`,
      )
    }
  },
})
