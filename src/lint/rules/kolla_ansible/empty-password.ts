import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { setOf } from '../../facts/kolla_ansible.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import type { Setting } from '../../readers/kolla_ansible/settings.js'
import { withFiles } from './shared/example.js'

/** kolla-genpwd leaves these to the operator, and they may stay empty. */
const MAY_BE_EMPTY = /ssh_key|^docker_registry_password$/

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/empty-password',
  severity: 'warning',
  summary: 'a password is empty while others have a value',
  help: '`kolla-ansible prechecks` fails when a password is empty. This usually happens when a service is added and passwords.yml is not updated: run kolla-genpwd, which generates only the missing values. A passwords.yml in which every value is empty is a template and is not checked.',
  example: {
    bad: withFiles({
      'etc/kolla/passwords.yml':
        'database_password: "{{ vault_database_password }}"\nkeystone_admin_password:\n',
    }),
    good: withFiles({
      'etc/kolla/passwords.yml':
        'database_password: "{{ vault_database_password }}"\nkeystone_admin_password: "{{ vault_admin_password }}"\n',
    }),
  },
  check({ passwords, facts }, report) {
    if (!facts || passwords.length === 0) return
    const names = setOf(facts.passwords)
    const required = passwords.filter(({ name }) => names.has(name) && !MAY_BE_EMPTY.test(name))
    const empty = required.filter(isEmpty)
    if (empty.length === required.length) return
    for (const { name, key } of empty)
      report(key, `The password ${name} is empty.`, 'Run kolla-genpwd to generate the missing passwords.')
  },
})

function isEmpty({ node }: Setting): boolean {
  const scalar = asScalar(node)
  return scalar !== undefined && !scalar.tag && (scalar.value === null || scalar.text === '')
}
