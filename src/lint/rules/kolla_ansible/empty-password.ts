import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { setOf } from '../../facts/kolla_ansible.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atKey } from '../../readers/kolla_ansible/problem.js'
import type { Setting } from '../../readers/kolla_ansible/settings.js'
import { withFiles } from './shared/example.js'

/** kolla-genpwd leaves these to the operator, and they may stay empty. */
const MAY_BE_EMPTY = /ssh_key|^docker_registry_password$/

export default defineRule<Deployment>({
  id: 'kolla_ansible/empty-password',
  severity: 'warning',
  summary: 'a password has no value beside others that have one',
  help: '`kolla-ansible prechecks` fails for an empty password, and a service that was added later has one when passwords.yml was not made anew: kolla-genpwd fills in what is missing and leaves the rest. A passwords.yml without any values is only a list of names and is left alone.',
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
  *check({ passwords, facts }) {
    if (!facts || passwords.length === 0) return
    const names = setOf(facts.passwords)
    const known = passwords.filter(({ name }) => names.has(name) && !MAY_BE_EMPTY.test(name))
    const empty = known.filter(isEmpty)
    if (empty.length === known.length) return
    for (const setting of empty) {
      yield atKey(
        setting,
        `The password ${setting.name} is empty.`,
        'Run kolla-genpwd, which fills in what is missing.',
      )
    }
  },
})

function isEmpty({ node }: Setting): boolean {
  const scalar = asScalar(node)
  return scalar !== undefined && !scalar.tag && (scalar.value === null || scalar.text === '')
}
