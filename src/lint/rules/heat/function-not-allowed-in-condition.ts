import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VERSION } from './shared/examples.js'

const network = (stage: string) => `${VERSION}parameters:
  stage: { type: string }
conditions:
  is_test: { equals: [${stage}, test] }
resources:
  network:
    type: OS::Neutron::Net
    condition: is_test
    properties: { name: { get_param: stage } }
`

export default declaredRule({
  id: 'heat/function-not-allowed-in-condition',
  severity: 'error',
  summary: 'a condition calls a function that conditions cannot call',
  help: 'Heat evaluates conditions before it creates anything. They can call get_param, equals, not, and, or; since version 2017-09-01 also contains and yaql. Heat rejects a template with any other function in a condition.',
  example: { bad: network('{ list_join: ["", [te, st]] }'), good: network('{ get_param: stage }') },
  uses: heatLookups,
  reports: 'function_not_allowed_in_condition',
  describe: ({ name }) => ({
    message: `A condition cannot call the function ${name}.`,
    help: 'Use get_param, equals, not, and, or.',
  }),
})
