import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { withName } from './shared/examples.js'

const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['Fn::Join', 'list_join'],
  ['Fn::Replace', 'str_replace'],
  ['Fn::ResourceFacade', 'resource_facade'],
  ['Fn::Select', 'get_attr or get_param with a path'],
  ['Fn::Split', 'str_split (since 2015-10-15)'],
  ['Ref', 'get_param or get_resource'],
])

const named = withName('{ str_replace_strict: { template: net-name, params: { name: web } } }')

export default declaredRule({
  id: 'heat/function-not-in-version',
  severity: 'error',
  summary: 'a template calls a function that its version does not have',
  help: 'Each version of the language has its own functions. Heat rejects a template with a function that was removed. It does not evaluate a function of a later version: the property gets the function itself as its value. Declare the version that has the function.',
  example: {
    bad: named.replace('2018-08-31', '2015-10-15'),
    good: named.replace('2018-08-31', '2017-02-24'),
  },
  uses: heatLookups,
  reports: ['removed_function', 'later_function', 'later_short_if'],
  describe: (lookup) => {
    const { name, declared } = lookup
    if (lookup.verdict === 'removed_function') {
      return {
        message: `The function ${name} was removed in version ${lookup.until}; this template declares ${declared}.`,
        help: `Use ${REPLACEMENTS.get(name) ?? 'another function'} instead.`,
      }
    }
    const { since } = lookup
    const isShortIf = lookup.verdict === 'later_short_if'
    return {
      message: `${isShortIf ? 'An `if` without an `else`' : `The function ${name}`} requires version ${since}; this template declares ${declared}.`,
      help: `${isShortIf ? 'Add the third argument, or set' : 'Set'} heat_template_version to ${since} or later.`,
    }
  },
})
