import { entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { GOOD, unknownKeys } from './shared/structure.js'

const RESOURCE_KEYS = [
  'type',
  'properties',
  'metadata',
  'depends_on',
  'update_policy',
  'deletion_policy',
  'description',
]

const RESOURCE_KEYS_WITH_CONDITIONS = ['external_id', 'condition']

export default defineRule<HotTemplate>({
  id: 'heat/unknown-resource-key',
  severity: 'error',
  summary: 'a resource has a key that Heat does not know',
  help: 'Heat refuses a resource with an unknown key. What belongs to the resource itself stands under properties. condition and external_id exist since version 2016-10-14.',
  example: { bad: `${GOOD}    property: { name: web }\n`, good: `${GOOD}    properties: { name: web }\n` },
  *check({ path, resources, language }) {
    if (!language) return
    const known = language.hasConditions
      ? [...RESOURCE_KEYS, ...RESOURCE_KEYS_WITH_CONDITIONS]
      : RESOURCE_KEYS
    for (const { value } of resources) yield* unknownKeys(path, 'key of a resource', entriesOf(value), known)
  },
})
