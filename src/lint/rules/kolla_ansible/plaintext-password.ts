import { defineRule } from '../../engine/rule.js'
import { isPlainSecretNode, isSecretName } from '../../engine/secrets.js'
import { setOf } from '../../facts/kolla_ansible.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { withFiles } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/plaintext-password',
  severity: 'warning',
  summary: 'a password is in the repository in plain text',
  help: 'Everyone who can read the repository, or a copy of it, has the passwords of the cloud, and Git keeps them in the history after you remove them. Encrypt the file with ansible-vault, or generate it with kolla-genpwd where it is used and store it in a secret store. Replace passwords that were committed.',
  example: {
    bad: withFiles({ 'etc/kolla/passwords.yml': 'database_password: example-only\n' }),
    good: withFiles({ 'etc/kolla/passwords.yml': 'database_password: "{{ vault_database_password }}"\n' }),
  },
  check({ passwords, written, facts }, report) {
    const names = facts && setOf(facts.passwords)
    const inPlainText = [...passwords, ...written].filter(
      ({ name, node }) => (names?.has(name) ?? isSecretName(name)) && isPlainSecretNode(node, 'literal'),
    )
    // one finding per file, at its first password
    for (const file of new Set(inPlainText.map((setting) => setting.file))) {
      const [first, ...others] = inPlainText.filter((setting) => setting.file === file)
      if (!first) continue
      const more = others.length === 1 ? '1 other is' : `${others.length} others are`
      report(
        first.key,
        others.length === 0
          ? `The password ${first.name} is in plain text.`
          : `The password ${first.name} is in plain text, and ${more} too.`,
        'Encrypt the file with ansible-vault, and replace the passwords that were committed.',
      )
    }
  },
})
