import { childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { isExternal } from '../../readers/heat/resource-use.js'
import { typeName } from './shared/lifecycle-rules.js'

/** What holds data that is gone with it. */
const STATEFUL = new Set([
  'OS::Cinder::Volume',
  'OS::Trove::Instance',
  'OS::Trove::Cluster',
  'OS::Manila::Share',
])

export default defineRule<HotTemplate>({
  id: 'heat/data-deleted-with-stack',
  severity: 'notice',
  summary: 'a resource that holds data is deleted with its stack',
  help: 'When a resource leaves the template, is replaced, or the stack is deleted, Heat deletes the volume, share or database too, unless deletion_policy is Retain or Snapshot. Write Delete to say that the data may go.',
  example: {
    bad: 'heat_template_version: 2018-08-31\nresources:\n  data:\n    type: OS::Cinder::Volume\n    properties: { size: 1 }\n',
    good: 'heat_template_version: 2018-08-31\nresources:\n  data:\n    type: OS::Cinder::Volume\n    deletion_policy: Retain\n    properties: { size: 1 }\n',
  },
  check({ uses }, report) {
    for (const use of uses) {
      if (!STATEFUL.has(typeName(use)) || use.placeholder !== undefined || isExternal(use)) continue
      if (childOf(use.definition, 'deletion_policy') || (use.properties && isCall(use.properties.value)))
        continue
      report(
        { range: use.entry.keyRange },
        `The data of "${use.entry.key}" is deleted with it.`,
        'Add  deletion_policy: Retain, Snapshot (volumes), or Delete if you want that.',
      )
    }
  },
})
