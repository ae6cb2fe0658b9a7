import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'
import { withTemplate } from './shared/examples.js'

export default declaredRule({
  id: 'heat_environment/unknown-parameter',
  severity: 'error',
  summary: 'an environment sets a parameter that its template does not declare',
  help: 'Heat rejects a stack if `parameters` contains a name that the template does not declare. Put values for nested templates under `parameter_defaults`. An environment belongs to the template with the same name in the same folder.',
  example: { bad: withTemplate('parameters:\n  sise: 5\n'), good: withTemplate('parameters:\n  size: 5\n') },
  uses: environmentLookups,
  reports: 'unknown_parameter',
  describe: ({ name, template, known }) => ({
    message: `${template} does not declare the parameter "${name}".`,
    help: didYouMean(name, known, 'Remove it, or put it under `parameter_defaults`.'),
  }),
})
