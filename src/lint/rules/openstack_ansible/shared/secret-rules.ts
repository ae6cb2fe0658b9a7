import { asScalar, entriesOf, type YamlEntry } from '../../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { inventoryOf } from '../../../readers/openstack_ansible/inventory.js'
import { isNothing, isUnknown } from '../../../readers/openstack_ansible/placed.js'

const FILE = 'user_secrets.yml'
const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
const RELEASE = { 'user_variables.yml': 'openstack_release: "2025.1"\n' }
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

/** What a service cannot do without; others are for options that may be off. */
const ALWAYS = /^[a-z]+_(?:service|galera|container_mysql|container_db|oslomsg_rpc)_password$/
const IDENTITY = { 'openstack_user_config.yml': EXAMPLE.replace('shared_infra_hosts', 'identity_hosts') }
const TWO = 'keystone_container_mysql_password: !vault x\nkeystone_oslomsg_rpc_password: !vault y\n'

export const missingSecret: Rule<Deployment> = {
  id: 'openstack_ansible/missing-secret',
  severity: 'warning',
  summary: 'a secret of the release is set nowhere',
  help: 'New releases bring new secrets, and the upgrade script adds them to user_secrets.yml on the deployment host; in a repository they have to be added by hand. This is only said when the release is known (openstack_release in changeover.yml), all files of variables can be read, the service is deployed and has other secrets there, and no role has a default for the one that is missing.',
  example: {
    bad: { ...IDENTITY, ...RELEASE, [FILE]: TWO.split('\n')[0] ?? '' },
    good: { ...IDENTITY, ...RELEASE, [FILE]: TWO },
  },
  *check(deployment) {
    const { known, variables, isTemplated } = deployment
    const [file] = secretFiles(deployment)
    if (!file || known.isAssumed || variables.hasUnread || isTemplated) return
    const isThere = (name: string) => variables.settings.has(name)
    const services = servicesOf(deployment)
    const started = new Set([...known.secrets].filter(isThere).map(serviceOf))
    const missing = known.requiredSecrets.filter(
      (name) =>
        ALWAYS.test(name) && !isThere(name) && services.has(serviceOf(name)) && started.has(serviceOf(name)),
    )
    if (missing.length === 0) return
    yield {
      file: file.path,
      range: FILE_START,
      message: `openstack-ansible ${known.release} needs the secret${missing.length > 1 ? 's' : ''} ${missing.join(', ')}, which nothing sets.`,
      help: 'Add what is missing, and fill it:  scripts/pw-token-gen.py --file user_secrets.yml',
    }
  },
}

/** The services that run somewhere. */
function servicesOf(deployment: Deployment): Set<string> {
  return new Set(inventoryOf(deployment).placements.flatMap(({ contains }) => contains.map(serviceOf)))
}

/** `nova` for nova_conductor and for nova_service_password. */
function serviceOf(name: string): string {
  return name.split('_')[0] ?? name
}
