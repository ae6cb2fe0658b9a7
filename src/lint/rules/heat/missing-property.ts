import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VALID_SUBNET, withSubnet } from './shared/examples.js'

export default declaredRule({
  id: 'heat/missing-property',
  severity: 'error',
  summary: 'a resource lacks a property that its type requires',
  help: 'Heat does not create a resource without the properties that its type requires. If the type is another template, its parameters without a default are required.',
  example: { bad: withSubnet('cidr: 192.0.2.0/24'), good: VALID_SUBNET },
  uses: heatLookups,
  reports: 'missing_property',
  describe: ({ name, parent, owner, schema: { type } }) => ({
    message: `${parent === undefined ? owner : `"${parent}" of ${owner}`} requires "${name}".`,
    help: `Add "${name}" with ${type === 'any' ? 'any value' : `a value of the type ${type}`}.`,
  }),
})
