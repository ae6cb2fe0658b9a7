import { declaredRule } from '../../engine/declared.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'

const ENVIRONMENT = { 'region.env': 'resource_registry:\n  "My::Network": network.yaml\n' }

export default declaredRule({
  id: 'heat_environment/missing-template',
  severity: 'error',
  summary: 'the resource_registry refers to a template that does not exist',
  help: 'The Heat client reads every template of the registry before it sends anything, and stops if one does not exist. URLs, and templates outside of the checked folder, are not checked.',
  example: {
    bad: ENVIRONMENT,
    good: {
      ...ENVIRONMENT,
      'network.yaml':
        'heat_template_version: 2018-08-31\nresources:\n  network: { type: OS::Neutron::Net }\n',
    },
  },
  uses: environmentLookups,
  reports: 'missing_template',
  describe: ({ path }) => ({
    message: `The template ${path} does not exist.`,
    help: 'Add the template, or correct the path, which is relative to the folder of this file.',
  }),
})
