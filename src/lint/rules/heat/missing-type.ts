import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { NETWORK } from './shared/examples.js'

export default declaredRule({
  id: 'heat/missing-type',
  severity: 'error',
  summary: 'a resource or parameter has no type',
  help: 'Every resource and every parameter requires a type. Heat rejects a template in which one is missing.',
  example: { bad: NETWORK.replace('type: OS::Neutron::Net', 'properties: { name: web }'), good: NETWORK },
  uses: heatLookups,
  reports: 'missing_type',
  describe: ({ what, name, isGiven }) => ({
    message: isGiven
      ? `The type of the ${what} "${name}" is not a name.`
      : `The ${what} "${name}" has no type.`,
    help: `Set a type, for example \`type: ${what === 'resource' ? 'OS::Nova::Server' : 'string'}\`.`,
  }),
})
