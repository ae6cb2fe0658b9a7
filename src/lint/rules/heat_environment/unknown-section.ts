import { nearest } from '../../../platform/nearest.js'
import { defineRule } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { ENVIRONMENT_SECTIONS } from '../../readers/heat/environment-sections.js'
import { GOOD } from './shared/environment-section-rules.js'

/** Names that people write for a section, and Heat's own documents once did. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['encrypted_parameters', 'encrypted_param_names'],
  ['default_parameters', 'parameter_defaults'],
])

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/unknown-section',
  severity: 'error',
  summary: 'an environment file has a section that Heat does not know',
  help: 'Heat refuses an environment with any top-level key other than its sections. Values for a template stand under parameters or parameter_defaults.',
  example: { bad: `${GOOD}resource_registries: {}\n`, good: `${GOOD}resource_registry: {}\n` },
  check({ sections }, report) {
    for (const { key, keyRange } of sections) {
      if (ENVIRONMENT_SECTIONS.includes(key)) continue
      const near = OTHER_NAMES.get(key) ?? nearest(key, ENVIRONMENT_SECTIONS)
      report(
        { range: keyRange },
        `"${key}" is no section of a Heat environment.`,
        near ? `Did you mean "${near}"?` : `The sections are: ${ENVIRONMENT_SECTIONS.join(', ')}.`,
      )
    }
  },
})
