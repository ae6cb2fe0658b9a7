import { called, GOOD, rule, subnet } from './shared/property-rules.js'

export default rule(
  ['limit'],
  {
    id: 'heat/invalid-property-value',
    severity: 'error',
    summary: 'a property has a value that its type does not allow',
    help: 'Heat holds the value of a property to the allowed values, limits and formats of its type before it creates anything, and refuses the stack when one does not fit.',
    example: {
      bad: subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\nip_version: 5'),
      good: GOOD,
    },
  },
  (misfit) => ({
    message: `${called(misfit)} ${misfit.demand}, not ${misfit.shown}.`,
    help: 'Write a value that is allowed.',
  }),
)
