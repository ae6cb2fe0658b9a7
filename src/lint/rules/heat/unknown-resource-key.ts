import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { NETWORK } from './shared/examples.js'
import { unknownKey } from './shared/words.js'

export default declaredRule({
  id: 'heat/unknown-resource-key',
  severity: 'error',
  summary: 'a resource has a key that Heat does not have',
  help: 'Heat rejects a resource with an unknown key. Put the settings of the resource itself under `properties`. The keys `condition` and `external_id` exist since version 2016-10-14.',
  example: {
    bad: `${NETWORK}    property: { name: web }\n`,
    good: `${NETWORK}    properties: { name: web }\n`,
  },
  uses: heatLookups,
  reports: 'unknown_resource_key',
  describe: (key) => unknownKey(key, 'key of a resource'),
})
