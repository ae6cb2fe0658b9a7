import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'
import { ENVIRONMENT_SECTIONS } from '../../readers/heat_environment/model.js'

/** Frequent wrong names, some of them from old documentation of Heat. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['encrypted_parameters', 'encrypted_param_names'],
  ['default_parameters', 'parameter_defaults'],
])

export default declaredRule({
  id: 'heat_environment/unknown-section',
  severity: 'error',
  summary: 'an environment has a section that Heat does not have',
  help: 'Heat rejects an environment with a top-level key that is not one of its sections. Put values for a template under `parameters` or `parameter_defaults`.',
  example: {
    bad: 'parameter_defaults: {}\nresource_registries: {}\n',
    good: 'parameter_defaults: {}\nresource_registry: {}\n',
  },
  uses: environmentLookups,
  reports: 'unknown_section',
  describe: ({ name }) => {
    const other = OTHER_NAMES.get(name)
    return {
      message: `"${name}" is not a section of a Heat environment.`,
      help: other
        ? `Did you mean "${other}"?`
        : didYouMean(name, ENVIRONMENT_SECTIONS, `The sections are ${ENVIRONMENT_SECTIONS.join(', ')}.`),
    }
  },
})
