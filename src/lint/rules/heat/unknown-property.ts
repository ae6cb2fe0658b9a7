import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VALID_SUBNET, withSubnet } from './shared/examples.js'
import { validNames } from './shared/words.js'

export default declaredRule({
  id: 'heat/unknown-property',
  severity: 'error',
  summary: 'a resource has a property that its type does not have',
  help: 'Heat rejects a resource with a property that its type does not have. If the type is another template, its parameters are the properties.',
  example: {
    bad: withSubnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\ngateway: 192.0.2.1'),
    good: VALID_SUBNET,
  },
  uses: heatLookups,
  reports: 'unknown_property',
  describe: ({ name, parent, owner, known, isUnimplemented }) => {
    if (isUnimplemented)
      return { message: `Heat does not implement "${name}" of ${owner}.`, help: validNames(known) }
    const what = parent === undefined ? `${owner} has no property` : `"${parent}" of ${owner} has no key`
    return { message: `${what} "${name}".`, help: didYouMean(name, known, validNames(known)) }
  },
})
