import { declaredRule } from '../../engine/declared.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VALID_PARAMETER, withParameter } from './shared/examples.js'

export default declaredRule({
  id: 'heat/invalid-parameter-default',
  severity: 'error',
  summary: 'the default of a parameter does not match its type or constraints',
  help: 'Heat checks a default against the type and the constraints of its parameter, and rejects the template if the default does not match, even when a stack has another value. The default of a string with a length or a pattern must be a string: put a number in quotes.',
  example: {
    bad: withParameter('{ type: number, default: 10, constraints: [{ range: { min: 1, max: 9 } }] }'),
    good: VALID_PARAMETER,
  },
  uses: heatLookups,
  reports: 'invalid_default',
  describe: ({ name, requirement, shown, quoted }) => ({
    message: `The default of "${name}" ${requirement}${shown === undefined ? '' : `, not ${shortened(shown)}`}.`,
    help: quoted ? `Use \`default: ${quoted}\`.` : 'Change the default, or remove it.',
  }),
})

function shortened(text: string): string {
  if (text === '') return 'empty'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
