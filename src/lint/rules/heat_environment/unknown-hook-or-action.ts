import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { environmentLookups } from '../../readers/heat_environment/lookups.js'

const restricted = (action: string) =>
  `resource_registry:\n  resources:\n    database: { restricted_actions: ${action} }\n`

export default declaredRule({
  id: 'heat_environment/unknown-hook-or-action',
  severity: 'error',
  summary: 'hooks or restricted_actions has a value that Heat does not have',
  help: 'A hook pauses a stack before or after an action on a resource: pre-create, pre-update, pre-delete, post-create, post-update, post-delete. restricted_actions prevents the actions update or replace. Heat rejects an environment with any other value.',
  example: { bad: restricted('delete'), good: restricted('replace') },
  uses: environmentLookups,
  reports: 'unknown_setting',
  describe: ({ name, setting, known }) => ({
    message:
      name === undefined
        ? `The values of ${setting} must be strings.`
        : `"${name}" is not a valid value of ${setting}.`,
    help: didYouMean(name ?? '', known, `The values are ${known.join(', ')}.`),
  }),
})
