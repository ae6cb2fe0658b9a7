import { declaredRule } from '../../engine/declared.js'
import { namespaceOf } from '../../facts/heat.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { withType } from './shared/examples.js'

export default declaredRule({
  id: 'heat/unknown-resource-type',
  severity: 'error',
  summary: 'a resource has a type that Heat does not have',
  help: 'Heat rejects a template with a resource type that it does not have. A type is one of Heat itself, a template (a file name that ends with .yaml or .template), or a name that an environment maps to one of them. Types in namespaces that Heat does not have are not checked: an environment in another place or a plugin can provide them.',
  example: { bad: withType('OS::Neutron::Nett'), good: withType('OS::Neutron::Net') },
  uses: heatLookups,
  reports: ['unknown_type', 'unsupported_template_extension'],
  describe: (lookup) => {
    const { name } = lookup
    if (lookup.verdict === 'unsupported_template_extension') {
      return {
        message: `Heat does not read "${name}" as a template because of its extension.`,
        help: 'Rename the template so that it ends with .yaml or .template.',
      }
    }
    const { meant, isLikely } = lookup
    return {
      message: `Heat has no resource type "${name}".`,
      help: meant
        ? `Did you mean "${meant}"?`
        : `Use a type of the namespace ${namespaceOf(name)}, or map this type in an environment.`,
      // a plugin of the cloud can provide it
      severity: isLikely ? undefined : 'warning',
    }
  },
})
