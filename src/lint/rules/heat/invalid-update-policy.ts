import { nearest } from '../../../platform/nearest.js'
import { entryOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { misfitsOf } from '../../readers/heat/values.js'
import { group } from './shared/resource-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/invalid-update-policy',
  severity: 'error',
  summary: 'an update_policy has a key that the type of the resource does not have',
  help: 'Only groups have an update_policy: rolling_update and batch_create for OS::Heat::ResourceGroup, AutoScalingRollingUpdate for AWS::AutoScaling::AutoScalingGroup. OS::Heat::AutoScalingGroup has its rolling_updates among its properties. Heat refuses a template with any other key.',
  example: {
    bad: group('rolling_updates: { max_batch_size: 2 }'),
    good: group('rolling_update: { max_batch_size: 2 }'),
  },
  check({ uses }, report) {
    for (const { definition, resolved, placeholder, type } of uses) {
      const policy = entryOf(definition, 'update_policy')
      if (!policy || resolved.what !== 'heat' || placeholder !== undefined || !resolved.type.properties)
        continue
      const look = {
        schemas: resolved.type.policy,
        filled: new Map<string, string[]>(),
        owner: policy.keyRange,
        isFilledIn: () => false,
      }
      for (const { kind, name, range, known, demand, shown } of misfitsOf(policy.value, look)) {
        if (kind === 'old') continue
        const near = nearest(name, known)
        const hint = near
          ? `Did you mean "${near}"?`
          : known.length === 0
            ? 'Remove it.'
            : `Known here: ${known.join(', ')}.`
        report(
          { range },
          kind === 'unknown'
            ? `The update_policy of ${type?.text} has no "${name}".`
            : `"${name}" in the update_policy of ${type?.text} ${demand || 'is missing'}${shown && `, not ${shown}`}.`,
          kind === 'unknown' ? hint : 'Write such a value.',
        )
      }
    }
  },
})
