import { asScalar, entriesOf } from '../../../yaml/tree.js'
import { rootMapping } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isNothing } from '../../readers/openstack_ansible/placed.js'
import { config, FILE, secretFiles } from './shared/secret-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/empty-secret',
  severity: 'warning',
  summary: 'a secret has no value',
  help: 'The roles take the secrets of user_secrets.yml as they are: an empty one is only noticed when the service that needs it is deployed, or logs in to another one. scripts/pw-token-gen.py fills those that are empty. Nothing is said of a file in which all are empty: that is the template.',
  example: {
    bad: { ...config, [FILE]: 'keystone_auth_admin_password: !vault x\ngalera_root_password:\n' },
    good: { ...config, [FILE]: 'keystone_auth_admin_password: !vault x\ngalera_root_password: !vault y\n' },
  },
  check(deployment, report) {
    for (const file of secretFiles(deployment)) {
      const secrets = entriesOf(rootMapping(file)).filter(({ key }) => deployment.known.secrets.has(key))
      const empty = secrets.filter(({ value }) => isNothing(value) || asScalar(value)?.text === '')
      const [first] = empty
      if (!first || empty.length === secrets.length) continue
      const others = empty.slice(1).map(({ key }) => key)
      const more =
        others.length === 0
          ? ''
          : `, and neither have ${others.length} more: ${others.slice(0, 5).join(', ')}${others.length > 5 ? '…' : ''}`
      report(
        { file: file.path, range: first.keyRange },
        `The secret "${first.key}" has no value${more}.`,
        'Fill it:  scripts/pw-token-gen.py --file user_secrets.yml',
      )
    }
  },
})
