import { declaredRule } from '../../engine/declared.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'

export default declaredRule({
  id: 'heat_environment/wrong-section-type',
  severity: 'error',
  summary: 'a section of an environment has the wrong type',
  help: 'The sections encrypted_param_names and event_sinks are lists. All other sections are maps. Heat fails on anything else.',
  example: {
    bad: 'parameter_defaults:\n  - flavor: small\n',
    good: 'parameter_defaults:\n  flavor: small\n',
  },
  uses: environmentLookups,
  reports: 'wrong_section_type',
  describe: ({ name, type }) => ({
    message: `The section "${name}" is not a ${type}.`,
    help:
      type === 'list' ? 'Start each item with a dash.' : 'Use `NAME: value` for each entry, without dashes.',
  }),
})
