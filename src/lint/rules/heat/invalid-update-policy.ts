import { declaredRule } from '../../engine/declared.js'
import { didYouMean } from '../../engine/speller.js'
import { heatLookups } from '../../readers/heat/lookups.js'
import { VERSION } from './shared/examples.js'
import { validNames } from './shared/words.js'

const group = (policy: string) => `${VERSION}resources:
  networks:
    type: OS::Heat::ResourceGroup
    update_policy: { ${policy} }
    properties: { count: 2, resource_def: { type: OS::Neutron::Net } }
`

export default declaredRule({
  id: 'heat/invalid-update-policy',
  severity: 'error',
  summary: 'an update_policy has a key or value that the resource type does not support',
  help: 'Only groups support update_policy: OS::Heat::ResourceGroup has rolling_update and batch_create, AWS::AutoScaling::AutoScalingGroup has AutoScalingRollingUpdate. OS::Heat::AutoScalingGroup has the property rolling_updates instead. Heat rejects a template with any other key.',
  example: {
    bad: group('rolling_updates: { max_batch_size: 2 }'),
    good: group('rolling_update: { max_batch_size: 2 }'),
  },
  uses: heatLookups,
  reports: 'invalid_update_policy',
  describe: ({ owner, mismatch }) => {
    const { name } = mismatch
    switch (mismatch.verdict) {
      case 'unknown_property':
        return {
          message: `The update_policy of ${owner} has no key "${name}".`,
          help: didYouMean(name, mismatch.known, validNames(mismatch.known)),
        }
      case 'wrong_property_type':
      case 'invalid_property_value':
        return {
          message: `"${name}" in the update_policy of ${owner} ${mismatch.requirement}, not ${mismatch.shown}.`,
          help: 'Change the value.',
        }
      default:
        return { message: `The update_policy of ${owner} requires "${name}".`, help: `Add "${name}".` }
    }
  },
})
