import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { withType } from './shared/examples.js'

export default declaredRule({
  id: 'heat/deprecated-resource-type',
  severity: 'warning',
  summary: 'a resource has a deprecated type',
  help: 'Heat still accepts a deprecated type, but no longer tests or documents it, hides it from the list of types, and removes it in a later release. Use the type that replaces it.',
  example: {
    bad: withType('OS::Nova::FloatingIP', '    properties: { pool: public }\n'),
    good: withType('OS::Neutron::FloatingIP', '    properties: { floating_network: public }\n'),
  },
  uses: heatLookups,
  reports: 'deprecated_type',
  describe: ({ name, type: { status, since, instead } }) => ({
    message: `The resource type ${name} is ${status}${since ? ` since Heat ${since.trim()}` : ''}.`,
    help: instead[0] ? `Use ${instead[0]} instead.` : 'Use its replacement, or remove the resource.',
  }),
})
