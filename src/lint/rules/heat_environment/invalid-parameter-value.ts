import { declaredRule } from '../../engine/declared.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'
import { withTemplate } from './shared/examples.js'

export default declaredRule({
  id: 'heat_environment/invalid-parameter-value',
  severity: 'error',
  summary: 'an environment sets a parameter to a value that its template does not allow',
  help: 'Heat checks values against the types and constraints that the template declares, and rejects the stack if a value does not match. An environment belongs to the template with the same name in the same folder.',
  example: { bad: withTemplate('parameters:\n  size: 50\n'), good: withTemplate('parameters:\n  size: 5\n') },
  uses: environmentLookups,
  reports: 'invalid_value',
  describe: ({ name, template, requirement, shown }) => ({
    message: `"${name}" ${requirement}${shown === undefined ? '' : `, not ${shown.slice(0, 40) || 'empty'}`}.`,
    help: `Change the value to one that ${template} allows.`,
  }),
})
