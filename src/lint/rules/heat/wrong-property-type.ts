import { called, GOOD, rule, subnet } from './shared/property-rules.js'

export default rule(
  ['type'],
  {
    id: 'heat/wrong-property-type',
    severity: 'error',
    summary: 'a property has a value of a type that Heat does not take',
    help: 'Heat turns a value into the type of its property where it can: a number into a string, the text "5" into an integer. What it cannot turn makes the creation of the stack fail.',
    example: {
      bad: subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\nenable_dhcp: "yes"'),
      good: GOOD,
    },
  },
  (misfit) => ({
    message: `${called(misfit)} ${misfit.demand}, not ${misfit.shown}.`,
    help:
      misfit.demand === 'must be a string' && !misfit.shown.startsWith('a ')
        ? 'Write it in quotes.'
        : 'Write such a value.',
  }),
)
