import { asScalar, entriesOf, type YamlEntry } from '../../yaml/tree.js'
import { type Definition, rootMapping } from '../definition.js'
import type { Rule } from '../rule.js'
import type { Deployment } from './deployment.js'
import { EXAMPLE } from './example.js'
import { isNothing, isUnknown } from './placed.js'

const FILE = 'user_secrets.yml'
const config = { 'openstack_user_config.yml': EXAMPLE }

/** Files of secrets that are readable text. */
function secretFiles({ variables }: Deployment): Definition[] {
  return variables.extraFiles.filter(
    ({ path, unread }) => /(^|\/)user_secrets[^/]*$/.test(path) && unread === undefined,
  )
}

export const plaintextSecrets: Rule<Deployment> = {
  id: 'openstack_ansible/plaintext-secrets',
  severity: 'warning',
  summary: 'passwords are in the repository as plain text',
  help: 'user_secrets.yml holds the passwords of all services. Whoever can read the repository, now or in any copy of it later, has the cloud. Encrypt the file (ansible-vault encrypt user_secrets.yml), each value (ansible-vault encrypt_string), or keep it out of the repository; then change the passwords, since Git keeps the old ones.',
  example: {
    bad: { ...config, [FILE]: 'keystone_auth_admin_password: not-so-secret\n' },
    good: { ...config, [FILE]: "keystone_auth_admin_password: \"{{ lookup('env', 'ADMIN_PASSWORD') }}\"\n" },
  },
  *check(deployment) {
    for (const file of secretFiles(deployment)) {
      const plain = entriesOf(rootMapping(file)).filter((entry) => isPlainSecret(entry, deployment))
      const [first] = plain
      if (!first) continue
      const more = plain.length === 1 ? '' : `, and so are ${plain.length - 1} more`
      yield {
        file: file.path,
        range: first.keyRange,
        message: `The secret "${first.key}" is in the repository as plain text${more}.`,
        help: `Encrypt the file:  ansible-vault encrypt ${file.path}`,
      }
    }
  },
}

function isPlainSecret({ key, value }: YamlEntry, { known }: Deployment): boolean {
  const scalar = asScalar(value)
  if (!scalar || isUnknown(value) || isNothing(value) || scalar.text === '') return false
  return known.secrets.has(key) || /(_password|_secret|_secret_key|_key|_token)$/.test(key)
}

export const emptySecret: Rule<Deployment> = {
  id: 'openstack_ansible/empty-secret',
  severity: 'warning',
  summary: 'a secret has no value',
  help: 'The roles take the secrets of user_secrets.yml as they are: an empty one is only noticed when the service that needs it is deployed, or logs in to another one. scripts/pw-token-gen.py fills those that are empty. Nothing is said of a file in which all are empty: that is the template.',
  example: {
    bad: { ...config, [FILE]: 'keystone_auth_admin_password: !vault x\ngalera_root_password:\n' },
    good: { ...config, [FILE]: 'keystone_auth_admin_password: !vault x\ngalera_root_password: !vault y\n' },
  },
  *check(deployment) {
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
      yield {
        file: file.path,
        range: first.keyRange,
        message: `The secret "${first.key}" has no value${more}.`,
        help: 'Fill it:  scripts/pw-token-gen.py --file user_secrets.yml',
      }
    }
  },
}
