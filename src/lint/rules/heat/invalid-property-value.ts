import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VALID_SUBNET, withSubnet } from './shared/examples.js'
import { propertyName } from './shared/words.js'

export default declaredRule({
  id: 'heat/invalid-property-value',
  severity: 'error',
  summary: 'a property has a value that its constraints do not allow',
  help: 'Before Heat creates anything, it checks the values of properties against the allowed values, limits and formats of the resource type. It rejects the stack if a value does not match.',
  example: {
    bad: withSubnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\nip_version: 5'),
    good: VALID_SUBNET,
  },
  uses: heatLookups,
  reports: 'invalid_property_value',
  describe: (lookup) => ({
    message: `${propertyName(lookup)} ${lookup.requirement}, not ${lookup.shown}.`,
    help: 'Change the value.',
  }),
})
