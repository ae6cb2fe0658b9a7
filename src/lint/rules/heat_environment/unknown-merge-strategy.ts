import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'

const strategy = (name: string) =>
  `parameter_defaults:\n  flavors: [small]\nparameter_merge_strategies:\n  flavors: ${name}\n`

export default declaredRule({
  id: 'heat_environment/unknown-merge-strategy',
  severity: 'error',
  summary: 'parameter_merge_strategies has a strategy that Heat does not have',
  help: 'When several environments have a value for the same parameter, its merge strategy decides: overwrite, merge or deep_merge. Heat silently replaces any other strategy with the default, overwrite.',
  example: { bad: strategy('append'), good: strategy('merge') },
  uses: environmentLookups,
  reports: 'unknown_merge_strategy',
  describe: ({ name, known }) => ({
    message: name === undefined ? 'A merge strategy must be a string.' : `"${name}" is not a merge strategy.`,
    help: didYouMean(name ?? '', known, `The strategies are ${known.join(', ')}.`),
  }),
})
