import { declaredRule } from '../../engine/declared.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'

const mapped = (type: string) => `resource_registry:\n  "My::Server": ${type}\n`

export default declaredRule({
  id: 'heat_environment/unknown-resource-type',
  severity: 'error',
  summary: 'the resource_registry maps a type to a resource type that Heat does not have',
  help: 'The registry maps a type to a template (a file name that ends with .yaml or .template) or to another resource type. If Heat has no such type, it rejects every stack that uses the mapped type.',
  example: { bad: mapped('OS::Nova::Servr'), good: mapped('OS::Nova::Server') },
  uses: environmentLookups,
  reports: 'unknown_type',
  describe: ({ name, meant }) => ({
    message: `Heat has no resource type "${name}".`,
    help: `Did you mean "${meant}"?`,
  }),
})
