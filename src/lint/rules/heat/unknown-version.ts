import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VERSION_NAMES } from '../../readers/heat/versions.js'
import { NETWORK } from './shared/examples.js'

export default declaredRule({
  id: 'heat/unknown-version',
  severity: 'error',
  summary: 'heat_template_version is not a version of Heat',
  help: 'Heat rejects a template whose version it does not have. A version is one of a few dates, or the name of the release that added it.',
  example: { bad: NETWORK.replace('08-31', '08-30'), good: NETWORK },
  uses: heatLookups,
  reports: 'unknown_version',
  describe: ({ name }) => ({
    message: `"${name}" is not a valid heat_template_version.`,
    help: didYouMean(name, VERSION_NAMES, `The versions are ${VERSION_NAMES.join(', ')}.`),
  }),
})
