import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VALID_SUBNET, withSubnet } from './shared/examples.js'
import { propertyName } from './shared/words.js'

export default declaredRule({
  id: 'heat/wrong-property-type',
  severity: 'error',
  summary: 'the value of a property has the wrong type',
  help: 'Heat converts a value to the type of its property if it can: a number to a string, the string "5" to an integer. If it cannot, it fails to create the stack.',
  example: {
    bad: withSubnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\nenable_dhcp: "yes"'),
    good: VALID_SUBNET,
  },
  uses: heatLookups,
  reports: 'wrong_property_type',
  describe: (lookup) => {
    const { requirement, shown } = lookup
    const lacksQuotes = requirement === 'must be a string' && !shown.startsWith('a ')
    return {
      message: `${propertyName(lookup)} ${requirement}, not ${shown}.`,
      help: lacksQuotes ? 'Put the value in quotes.' : 'Change the value.',
    }
  },
})
