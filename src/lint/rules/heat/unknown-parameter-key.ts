import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VALID_PARAMETER } from './shared/examples.js'
import { unknownKey } from './shared/words.js'

export default declaredRule({
  id: 'heat/unknown-parameter-key',
  severity: 'error',
  summary: 'a parameter has a key that Heat does not have',
  help: 'Heat rejects a parameter with an unknown key. Put limits for its value under `constraints`.',
  example: { bad: VALID_PARAMETER.replace('default', 'defualt'), good: VALID_PARAMETER },
  uses: heatLookups,
  reports: 'unknown_parameter_key',
  describe: (key) => unknownKey(key, 'key of a parameter'),
})
