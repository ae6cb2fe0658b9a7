import { nearest } from '../../../platform/nearest.js'
import { GOOD, rule, subnet } from './shared/property-rules.js'

export default rule(
  ['unknown'],
  {
    id: 'heat/unknown-property',
    severity: 'error',
    summary: 'a resource has a property that its type does not have',
    help: 'Heat refuses a resource with a property that its type does not have. For a resource whose type is another template, the properties are the parameters of that template.',
    example: {
      bad: subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\ngateway: 192.0.2.1'),
      good: GOOD,
    },
  },
  ({ name, parent, owner, known, schema }) => {
    const near = nearest(name, known)
    const what = parent === undefined ? `${owner} has no property` : `"${parent}" of ${owner} has no key`
    return {
      message: schema?.unimplemented ? `Heat never built "${name}" of ${owner}.` : `${what} "${name}".`,
      help: near && !schema ? `Did you mean "${near}"?` : `Known here: ${shortList(known)}.`,
    }
  },
)

function shortList(names: readonly string[]): string {
  if (names.length === 0) return 'none'
  return names.length > 15 ? `${names.slice(0, 15).join(', ')}…` : names.join(', ')
}
