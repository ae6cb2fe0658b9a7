import { GOOD, rule, subnet } from './shared/property-rules.js'

export default rule(
  ['missing'],
  {
    id: 'heat/missing-property',
    severity: 'error',
    summary: 'a resource lacks a property that its type needs',
    help: 'Heat refuses to create a resource without the properties that its type requires. For a resource whose type is another template, these are the parameters of that template that have no default.',
    example: { bad: subnet('cidr: 192.0.2.0/24'), good: GOOD },
  },
  ({ name, parent, owner, schema }) => ({
    message: parent === undefined ? `${owner} needs "${name}".` : `"${parent}" of ${owner} needs "${name}".`,
    help: `Add  ${name}: …  (${schema?.type === 'any' ? 'any value' : schema?.type}).`,
  }),
)
