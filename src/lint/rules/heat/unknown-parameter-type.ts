import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { PARAMETER_TYPES } from '../../readers/heat/parameters.js'
import { VALID_PARAMETER, withParameter } from './shared/examples.js'

export default declaredRule({
  id: 'heat/unknown-parameter-type',
  severity: 'error',
  summary: 'a parameter has a type that Heat does not have',
  help: 'The type of a parameter is string, number, json, comma_delimited_list or boolean, in lower case. Heat rejects a template with any other type.',
  example: { bad: withParameter('{ type: String }'), good: VALID_PARAMETER },
  uses: heatLookups,
  reports: 'unknown_parameter_type',
  describe: ({ name, meant }) => ({
    message:
      name === undefined
        ? 'The type of a parameter must be a string.'
        : `"${name}" is not a valid parameter type.`,
    help: meant ? `Did you mean "${meant}"?` : `The types are ${[...PARAMETER_TYPES.keys()].join(', ')}.`,
  }),
})
