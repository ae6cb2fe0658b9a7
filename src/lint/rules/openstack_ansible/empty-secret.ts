import { asScalar, entriesOf } from '../../../yaml/tree.js'
import { rootMapping } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isNothing } from '../../readers/openstack_ansible/placed.js'
import { besideMain } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/empty-secret',
  severity: 'warning',
  summary: 'a secret has no value',
  help: 'The roles use the secrets in user_secrets.yml as they are. An empty secret only fails when a service that needs it is deployed, or logs in to another service. scripts/pw-token-gen.py fills in empty secrets. A file in which all secrets are empty is a template, and is not reported.',
  example: besideMain(
    'user_secrets.yml',
    'keystone_auth_admin_password: !vault x\ngalera_root_password:\n',
    'keystone_auth_admin_password: !vault x\ngalera_root_password: !vault y\n',
  ),
  check({ variables, known }, report) {
    for (const file of variables.secretFiles) {
      const secrets = entriesOf(rootMapping(file)).filter(({ key }) => known.secrets.has(key))
      const empty = secrets.filter(({ value }) => isNothing(value) || asScalar(value)?.text === '')
      const [first, ...others] = empty
      if (!first || empty.length === secrets.length) continue
      const names = others.slice(0, 5).map(({ key }) => key)
      const more = ` (and ${others.length} more: ${names.join(', ')}${others.length > 5 ? '…' : ''})`
      report(
        { file: file.path, range: first.keyRange },
        `The secret "${first.key}"${others.length === 0 ? '' : more} has no value.`,
        'Generate it: scripts/pw-token-gen.py --file user_secrets.yml',
      )
    }
  },
})
