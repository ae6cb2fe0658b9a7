import { asScalar, childOf, entryOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { isExternal } from '../../readers/heat/resource-use.js'
import { VERSION } from './shared/examples.js'

const server = (more: string) => `${VERSION}resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: small
      networks: [{ network: web }]
      user_data: echo hello
${more}`

export default defineRule<HotTemplate>({
  id: 'heat/user-data-replaces-server',
  severity: 'notice',
  summary: 'a change of user_data replaces the server',
  help: 'When user_data changes, Heat deletes the server and creates a new one, because user_data_update_policy is REPLACE by default. IGNORE keeps the server as it is. REBUILD rebuilds it and keeps its addresses and volumes. Set REPLACE explicitly if a new server is intended.',
  example: { bad: server(''), good: server('      user_data_update_policy: IGNORE\n') },
  check({ uses }, report) {
    for (const use of uses) {
      const { resolved, properties } = use
      if (resolved.what !== 'heat' || resolved.type.name !== 'OS::Nova::Server' || isExternal(use)) continue
      const userData = entryOf(properties?.value, 'user_data')
      if (!userData || asScalar(userData.value)?.value === null) continue
      if (childOf(properties?.value, 'user_data_update_policy')) continue
      report(
        { range: userData.keyRange },
        'A change of this user_data replaces the server.',
        'Set user_data_update_policy to IGNORE, REBUILD, or REPLACE if this is intended.',
      )
    }
  },
})
