import { childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { isExternal } from '../../readers/heat/resource-use.js'
import { VERSION } from './shared/examples.js'

/** Types whose data is deleted with the resource. */
const STATEFUL = new Set([
  'OS::Cinder::Volume',
  'OS::Trove::Instance',
  'OS::Trove::Cluster',
  'OS::Manila::Share',
])

const volume = (more: string) =>
  `${VERSION}resources:\n  data:\n    type: OS::Cinder::Volume\n${more}    properties: { size: 1 }\n`

export default defineRule<HotTemplate>({
  id: 'heat/data-deleted-with-stack',
  severity: 'notice',
  summary: 'a resource with data is deleted with its stack',
  help: 'When a stack is deleted, or a resource is replaced or removed from the template, Heat also deletes the volume, share or database, unless deletion_policy is Retain or Snapshot. Set `deletion_policy: Delete` if the data is not needed.',
  example: { bad: volume(''), good: volume('    deletion_policy: Retain\n') },
  check({ uses }, report) {
    for (const use of uses) {
      const { resolved, definition, entry, properties, placeholder } = use
      if (resolved.what !== 'heat' || !STATEFUL.has(resolved.type.name)) continue
      if (placeholder !== undefined || isExternal(use)) continue
      if (childOf(definition, 'deletion_policy') || (properties && isCall(properties.value))) continue
      report(
        { range: entry.keyRange },
        `Heat deletes the data of "${entry.key}" with the resource.`,
        'Add `deletion_policy: Retain`, `Snapshot` (volumes only), or `Delete` if this is intended.',
      )
    }
  },
})
