import { asScalar, entriesOf, type YamlEntry } from '../../../yaml/tree.js'
import { rootMapping } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { config, FILE, secretFiles } from './shared/secret-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/plaintext-secrets',
  severity: 'warning',
  summary: 'passwords are in the repository as plain text',
  help: 'user_secrets.yml holds the passwords of all services. Whoever can read the repository, now or in any copy of it later, has the cloud. Encrypt the file (ansible-vault encrypt user_secrets.yml), each value (ansible-vault encrypt_string), or keep it out of the repository; then change the passwords, since Git keeps the old ones.',
  example: {
    bad: { ...config, [FILE]: 'keystone_auth_admin_password: not-so-secret\n' },
    good: { ...config, [FILE]: "keystone_auth_admin_password: \"{{ lookup('env', 'ADMIN_PASSWORD') }}\"\n" },
  },
  check(deployment, report) {
    for (const file of secretFiles(deployment)) {
      const plain = entriesOf(rootMapping(file)).filter((entry) => isPlainSecret(entry, deployment))
      const [first] = plain
      if (!first) continue
      const more = plain.length === 1 ? '' : `, and so are ${plain.length - 1} more`
      report(
        { file: file.path, range: first.keyRange },
        `The secret "${first.key}" is in the repository as plain text${more}.`,
        `Encrypt the file:  ansible-vault encrypt ${file.path}`,
      )
    }
  },
})

function isPlainSecret({ key, value }: YamlEntry, { known }: Deployment): boolean {
  const scalar = asScalar(value)
  if (!scalar || isUnknown(value) || isNothing(value) || scalar.text === '') return false
  return known.secrets.has(key) || /(_password|_secret|_secret_key|_key|_token)$/.test(key)
}
