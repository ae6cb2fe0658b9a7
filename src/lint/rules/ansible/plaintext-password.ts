import { entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { isLoginPassword, isPlainSecret, isPlainSecretNode } from '../../engine/secrets.js'
import type { Project } from '../../readers/ansible/project.js'

const HELP = 'Encrypt it with ansible-vault, or use SSH keys. Then change the password.'

export default defineRule<Project>({
  id: 'ansible/plaintext-password',
  severity: 'warning',
  summary: 'a password of a host is in plain text',
  help: 'Everyone who can read the repository, or a copy of it, can log in to the host or become root on it, and Git keeps the password in the history after you remove it. Encrypt it with ansible-vault, read it with a lookup, or use SSH keys. Then change the password.',
  example: {
    file: 'inventory/hosts',
    bad: '[control]\nctl1 ansible_user=kolla ansible_password=kolla\n',
    good: '[control]\nctl1 ansible_user=kolla ansible_password="{{ vault_password }}"\n',
  },
  check({ inventories, vars }, report) {
    // hosts of a range share their variables, and so do aliases of a group
    const reported = new Set<string>()
    for (const { groups } of inventories.flatMap(({ files }) => files)) {
      for (const group of groups.values()) {
        for (const variables of [group.vars, ...group.hosts.map((host) => host.vars)]) {
          for (const [name, variable] of variables) {
            if (!isLoginPassword(name) || isEmpty(variable.value)) continue
            if (!isPlainSecret(variable.value, 'literal')) continue
            const { line, column } = variable.range.start
            const place = `${variable.file} ${line} ${column}`
            if (!reported.has(place)) report(variable, `"${name}" is in plain text.`, HELP)
            reported.add(place)
          }
        }
      }
    }
    for (const { file, mapping } of vars) {
      for (const { key, keyRange: range, value } of entriesOf(mapping)) {
        if (!isLoginPassword(key) || !isPlainSecretNode(value, 'literal')) continue
        report({ file, range }, `"${key}" is in plain text.`, HELP)
      }
    }
  },
})

/** Empty values in the notation of an inventory. */
function isEmpty(value: string): boolean {
  return /^\s*(?:""|''|~|null)$/.test(value)
}
