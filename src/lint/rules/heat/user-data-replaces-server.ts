import { asScalar, childOf, entryOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { isExternal } from '../../readers/heat/resource-use.js'
import { typeName } from './shared/lifecycle-rules.js'

const server = (more: string) => `heat_template_version: 2018-08-31
resources:
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
  summary: 'an edit of user_data would replace the server',
  help: 'When user_data changes, Heat deletes the server and makes a new one, since user_data_update_policy is REPLACE unless it says otherwise. With IGNORE the server stays as it is, and with REBUILD it keeps its addresses and volumes. Write REPLACE to say that a new server is what you want.',
  example: { bad: server(''), good: server('      user_data_update_policy: IGNORE\n') },
  check({ uses }, report) {
    for (const use of uses) {
      if (typeName(use) !== 'OS::Nova::Server' || isExternal(use)) continue
      const userData = entryOf(use.properties?.value, 'user_data')
      if (!userData || asScalar(userData.value)?.value === null) continue
      if (childOf(use.properties?.value, 'user_data_update_policy')) continue
      report(
        { range: userData.keyRange },
        'A change of this user_data replaces the server.',
        'Add  user_data_update_policy: IGNORE, REBUILD, or REPLACE if you want that.',
      )
    }
  },
})
