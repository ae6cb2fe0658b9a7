import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { NETWORK } from './shared/examples.js'
import { unknownKey } from './shared/words.js'

export default declaredRule({
  id: 'heat/unknown-output-key',
  severity: 'warning',
  summary: 'an output has a key that Heat does not have',
  help: 'Heat reads `value`, `description` and, since version 2016-10-14, `condition` of an output. It silently ignores any other key.',
  example: {
    bad: `${NETWORK}outputs:\n  id: { value: { get_resource: network }, descriptoin: of the network }\n`,
    good: `${NETWORK}outputs:\n  id: { value: { get_resource: network }, description: of the network }\n`,
  },
  uses: heatLookups,
  reports: 'unknown_output_key',
  describe: (key) => unknownKey(key, 'key of an output'),
})
