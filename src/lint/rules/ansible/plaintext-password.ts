import type { Range } from '../../../yaml/source.js'
import { asScalar, entriesOf } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { InventoryVar } from '../../readers/ansible/inventory.js'
import type { Project } from '../../readers/ansible/project.js'

/** Variables with which Ansible logs in or becomes root. */
const LOGIN = /^ansible_(?:(?:ssh|become|sudo|su|httpapi|winrm|psrp|paramiko|netconf)_)?pass(?:word|phrase)?$/

export default defineRule<Project>({
  id: 'ansible/plaintext-password',
  severity: 'warning',
  summary: 'a password of a host stands in clear text',
  help: 'Who can read the repository, or any copy of it, can log in to the host or become root there, and the history keeps the password after it was removed. Encrypt it with ansible-vault, take it from a lookup, or use SSH keys; then change the password.',
  example: {
    file: 'inventory/hosts',
    bad: '[control]\nctl1 ansible_user=kolla ansible_password=kolla\n',
    good: '[control]\nctl1 ansible_user=kolla ansible_password="{{ vault_password }}"\n',
  },
  *check({ inventories, vars }) {
    const said = new Set<string>()
    for (const { files } of inventories) {
      for (const { path, groups } of files) {
        for (const { hosts, vars: own } of groups.values()) {
          for (const variables of [own, ...hosts.map((host) => host.vars)]) {
            for (const { name, range } of logins(variables)) {
              // all hosts of a range share their variables
              const place = `${path} ${range.start.line} ${range.start.column}`
              if (said.has(place)) continue
              said.add(place)
              yield inClear(path, name, range)
            }
          }
        }
      }
    }
    for (const { file, vars: mapping } of vars) {
      for (const { key, keyRange, value } of entriesOf(mapping)) {
        const scalar = LOGIN.test(key) ? asScalar(value) : undefined
        if (scalar && scalar.tag === undefined && isSecret(scalar.text)) yield inClear(file, key, keyRange)
      }
    }
  },
})

function* logins(variables: ReadonlyMap<string, InventoryVar>): Iterable<InventoryVar> {
  for (const [name, variable] of variables) if (LOGIN.test(name) && isSecret(variable.value)) yield variable
}

function isSecret(value: string): boolean {
  return (
    value !== '' &&
    value !== '""' &&
    value !== "''" &&
    !isTemplatedValue(value) &&
    !/^\s*(?:\$ANSIBLE_VAULT|<|~$|null$)/.test(value)
  )
}

function inClear(file: string, name: string, range: Range): Problem {
  return {
    file,
    range,
    message: `"${name}" stands in clear text.`,
    help: 'Encrypt it with ansible-vault, or use SSH keys; then change the password.',
  }
}
