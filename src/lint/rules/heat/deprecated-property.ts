import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VALID_SUBNET, withSubnet } from './shared/examples.js'
import { propertyName } from './shared/words.js'

export default declaredRule({
  id: 'heat/deprecated-property',
  severity: 'warning',
  summary: 'a resource has a deprecated property',
  help: 'Heat still accepts a deprecated property, but no longer tests or documents it, and can remove it in a later release. Most deprecated properties have a successor with another name.',
  example: {
    bad: withSubnet('network_id: { get_resource: network }\ncidr: 192.0.2.0/24'),
    good: VALID_SUBNET,
  },
  uses: heatLookups,
  reports: 'deprecated_property',
  describe: (lookup) => {
    const { schema } = lookup
    const since = schema.deprecated_in ?? schema.since
    const [instead] = schema.instead ?? []
    return {
      message: `${propertyName(lookup)} is deprecated${since ? ` since Heat ${since.trim()}` : ''}.`,
      help: instead ? `Use "${instead}" instead.` : 'Remove it, or use its replacement.',
    }
  },
})
