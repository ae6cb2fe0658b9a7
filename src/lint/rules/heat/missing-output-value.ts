import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { NETWORK } from './shared/examples.js'

export default declaredRule({
  id: 'heat/missing-output-value',
  severity: 'error',
  summary: 'an output has no value',
  help: 'Every output requires a value. Heat rejects a template in which one is missing.',
  example: {
    bad: `${NETWORK}outputs:\n  id: { description: of the network }\n`,
    good: `${NETWORK}outputs:\n  id: { value: { get_resource: network } }\n`,
  },
  uses: heatLookups,
  reports: 'missing_output_value',
  describe: ({ name }) => ({
    message: `The output "${name}" has no value.`,
    help: 'Add a `value`, or remove the output.',
  }),
})
