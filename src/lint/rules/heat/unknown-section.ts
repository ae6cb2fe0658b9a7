import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { NETWORK } from './shared/examples.js'
import { unknownKey } from './shared/words.js'

export default declaredRule({
  id: 'heat/unknown-section',
  severity: 'error',
  summary: 'a template has a section that Heat does not have',
  help: 'Heat rejects a template with a top-level key that is not one of its sections. The section `conditions` exists since version 2016-10-14.',
  example: { bad: `${NETWORK}output:\n  id: { value: { get_resource: network } }\n`, good: NETWORK },
  uses: heatLookups,
  reports: 'unknown_section',
  describe: (key) => unknownKey(key, 'section of a Heat template'),
})
