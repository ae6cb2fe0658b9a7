import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { withAttribute } from './shared/examples.js'

export default declaredRule({
  id: 'heat/unknown-attribute',
  severity: 'error',
  summary: 'get_attr reads an attribute that the resource does not have',
  help: 'Heat rejects a template when get_attr names an attribute that the type of the resource does not have. If the type is another template, its outputs are the attributes, and the stack fails when Heat evaluates the function. For the ID of a resource use get_resource.',
  example: { bad: withAttribute('mtus'), good: withAttribute('mtu') },
  uses: heatLookups,
  reports: 'unknown_attribute',
  describe: ({ name, owner, known }) => ({
    message: `${owner} has no attribute "${name}".`,
    help: didYouMean(name, known, `The attributes are ${[...known].join(', ')}.`),
  }),
})
