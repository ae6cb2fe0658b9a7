import { entriesOf } from '../../../yaml/tree.js'
import { rootMapping } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { isPlainSecretNode, isSecretName } from '../../engine/secrets.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { besideMain } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/plaintext-secret',
  severity: 'warning',
  summary: 'passwords are in the repository in plain text',
  help: 'user_secrets.yml contains the passwords of all services. Anyone who can read the repository, or a copy of it, controls the cloud. Encrypt the file (ansible-vault encrypt user_secrets.yml) or each value (ansible-vault encrypt_string), or keep the file out of the repository. Then change the passwords, because Git keeps the old ones.',
  example: besideMain(
    'user_secrets.yml',
    'keystone_auth_admin_password: not-so-secret\n',
    "keystone_auth_admin_password: \"{{ lookup('env', 'ADMIN_PASSWORD') }}\"\n",
  ),
  check({ variables, known }, report) {
    for (const file of variables.secretFiles) {
      const isSecret = (name: string) => known.secrets.has(name) || isSecretName(name, 'token', 'key')
      const [first, ...others] = entriesOf(rootMapping(file)).filter(
        ({ key, value }) => isSecret(key) && isPlainSecretNode(value, 'literal'),
      )
      if (!first) continue
      const more = others.length === 0 ? 'is' : `and ${others.length} more are`
      report(
        { file: file.path, range: first.keyRange },
        `The secret "${first.key}" ${more} in the repository in plain text.`,
        `Encrypt the file: ansible-vault encrypt ${file.path}`,
      )
    }
  },
})
