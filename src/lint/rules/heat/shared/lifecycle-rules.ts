import { asScalar, childOf, entryOf } from '../../../../yaml/tree.js'
import type { Rule } from '../../../engine/rule.js'
import { isCall } from '../../../readers/heat/calls.js'
import type { HotTemplate, ResourceUse } from '../../../readers/heat/model.js'
import { isExternal } from '../../../readers/heat/resource-use.js'

const server = (more: string) => `heat_template_version: 2018-08-31
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: small
      networks: [{ network: web }]
      user_data: echo hello
${more}`

const replacedServer: Rule<HotTemplate> = {
  id: 'heat/replaced-server',
  severity: 'notice',
  summary: 'an edit of user_data would replace the server',
  help: 'When user_data changes, Heat deletes the server and makes a new one, since user_data_update_policy is REPLACE unless it says otherwise. With IGNORE the server stays as it is, and with REBUILD it keeps its addresses and volumes. Write REPLACE to say that a new server is what you want.',
  example: { bad: server(''), good: server('      user_data_update_policy: IGNORE\n') },
  *check({ path, uses }) {
    for (const use of uses) {
      if (typeName(use) !== 'OS::Nova::Server' || isExternal(use)) continue
      const userData = entryOf(use.properties?.value, 'user_data')
      if (!userData || asScalar(userData.value)?.value === null) continue
      if (childOf(use.properties?.value, 'user_data_update_policy')) continue
      yield {
        file: path,
        range: userData.keyRange,
        message: 'A change of this user_data replaces the server.',
        help: 'Add  user_data_update_policy: IGNORE, REBUILD, or REPLACE if you want that.',
      }
    }
  },
}

/** What holds data that is gone with it. */
const STATEFUL = new Set([
  'OS::Cinder::Volume',
  'OS::Trove::Instance',
  'OS::Trove::Cluster',
  'OS::Manila::Share',
])

const unkeptData: Rule<HotTemplate> = {
  id: 'heat/unkept-data',
  severity: 'notice',
  summary: 'a resource that holds data is deleted with its stack',
  help: 'When a resource leaves the template, is replaced, or the stack is deleted, Heat deletes the volume, share or database too, unless deletion_policy is Retain or Snapshot. Write Delete to say that the data may go.',
  example: {
    bad: 'heat_template_version: 2018-08-31\nresources:\n  data:\n    type: OS::Cinder::Volume\n    properties: { size: 1 }\n',
    good: 'heat_template_version: 2018-08-31\nresources:\n  data:\n    type: OS::Cinder::Volume\n    deletion_policy: Retain\n    properties: { size: 1 }\n',
  },
  *check({ path, uses }) {
    for (const use of uses) {
      if (!STATEFUL.has(typeName(use)) || use.placeholder !== undefined || isExternal(use)) continue
      if (childOf(use.definition, 'deletion_policy') || (use.properties && isCall(use.properties.value)))
        continue
      yield {
        file: path,
        range: use.entry.keyRange,
        message: `The data of "${use.entry.key}" is deleted with it.`,
        help: 'Add  deletion_policy: Retain, Snapshot (volumes), or Delete if you want that.',
      }
    }
  },
}

function typeName({ resolved }: ResourceUse): string {
  return resolved.what === 'heat' ? resolved.type.name : ''
}

export const lifecycleRules = [replacedServer, unkeptData]
