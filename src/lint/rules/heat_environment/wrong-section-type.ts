import { asMapping, asScalar, asSequence } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { ENVIRONMENT_SECTIONS } from '../../readers/heat/environment-sections.js'
import { GOOD, LISTS } from './shared/environment-section-rules.js'

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/wrong-section-type',
  severity: 'error',
  summary: 'a section of an environment file is not of the form that Heat reads',
  help: 'encrypted_param_names and event_sinks are lists; all other sections are maps from names to values. Heat fails on anything else.',
  example: { bad: 'parameter_defaults:\n  - flavor: small\n', good: GOOD },
  check({ sections }, report) {
    for (const { key, value } of sections) {
      if (!ENVIRONMENT_SECTIONS.includes(key) || asScalar(value)?.value === null) continue
      const isList = LISTS.has(key)
      if (isList ? asSequence(value) : asMapping(value)) continue
      report(
        value,
        `The section "${key}" is no ${isList ? 'list' : 'map'}.`,
        isList ? 'Write each member behind a dash.' : 'Write  NAME: value  for each, without dashes.',
      )
    }
  },
})
