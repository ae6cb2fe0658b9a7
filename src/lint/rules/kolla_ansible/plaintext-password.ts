import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { setOf } from '../../facts/kolla_ansible.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atKey } from '../../readers/kolla_ansible/problem.js'
import type { Setting } from '../../readers/kolla_ansible/settings.js'
import { withFiles } from './shared/example.js'

/** What a name ends with when its value is a secret, for releases whose passwords.yml is not known. */
const SECRET = /(?:_password|_secret|_secret_key|_fernet_key|_rpc_key)$/

export default defineRule<Deployment>({
  id: 'kolla_ansible/plaintext-password',
  severity: 'warning',
  summary: 'a password stands in the repository in plain text',
  help: 'Everybody who may read the repository, and every copy of it, has the passwords of the cloud, and Git keeps them after they are taken out. Encrypt the file with ansible-vault, or let kolla-genpwd make it where it is used and keep it in a secret store. Passwords that were committed have to be replaced.',
  example: {
    bad: withFiles({ 'etc/kolla/passwords.yml': 'database_password: example-only\n' }),
    good: withFiles({ 'etc/kolla/passwords.yml': 'database_password: "{{ vault_database_password }}"\n' }),
  },
  *check({ passwords, written, facts }) {
    const names = facts && setOf(facts.passwords)
    const isSecret = ({ name }: Setting) => (names ? names.has(name) : SECRET.test(name))
    yield* counted(passwords.filter((setting) => isSecret(setting) && isPlain(setting)))
    yield* counted(written.filter((setting) => isSecret(setting) && isPlain(setting)))
  },
})

/** One problem for each file, at its first password. */
function* counted(settings: readonly Setting[]): Iterable<Problem> {
  const files = new Map<string, Setting[]>()
  for (const setting of settings) {
    const known = files.get(setting.file)
    if (known) known.push(setting)
    else files.set(setting.file, [setting])
  }
  for (const [first, ...others] of files.values()) {
    if (!first) continue
    yield atKey(
      first,
      others.length === 0
        ? `The password ${first.name} stands here in plain text.`
        : `The password ${first.name} and ${others.length} others stand here in plain text.`,
      'Encrypt the file with ansible-vault, and replace what was committed.',
    )
  }
}

function isPlain({ node }: Setting): boolean {
  const scalar = asScalar(node)
  if (!scalar || scalar.tag?.startsWith('!') || scalar.value === null || scalar.text.trim() === '')
    return false
  return !isTemplatedValue(scalar.text) && !scalar.text.startsWith('$ANSIBLE_VAULT')
}
