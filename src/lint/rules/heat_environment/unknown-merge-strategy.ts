import { nearest } from '../../../platform/nearest.js'
import { asScalar, childOf, entriesOf } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { GOOD } from './shared/environment-section-rules.js'

const STRATEGIES = ['overwrite', 'merge', 'deep_merge']

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/unknown-merge-strategy',
  severity: 'error',
  summary: 'parameter_merge_strategies has a value that is no strategy',
  help: 'When several environments give a value for the same parameter, its strategy decides: overwrite, merge, or deep_merge. Heat takes any other word for the default one, which overwrites, and says nothing.',
  example: {
    bad: `${GOOD}parameter_merge_strategies:\n  flavor: append\n`,
    good: `${GOOD}parameter_merge_strategies:\n  flavor: merge\n`,
  },
  check({ root }, report) {
    for (const { value } of entriesOf(childOf(root, 'parameter_merge_strategies'))) {
      const name = asScalar(value)?.text ?? 'of this form'
      if (STRATEGIES.includes(name) || isTemplatedValue(name)) continue
      const near = nearest(name, STRATEGIES)
      report(
        value,
        `There is no merge strategy "${name}".`,
        near ? `Did you mean "${near}"?` : `The strategies are: ${STRATEGIES.join(', ')}.`,
      )
    }
  },
})
