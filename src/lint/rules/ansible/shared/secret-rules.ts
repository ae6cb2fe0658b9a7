import type { Range } from '../../../../yaml/source.js'
import { asScalar, entriesOf } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import type { InventoryVar } from '../../../readers/ansible/inventory.js'
import type { Project } from '../../../readers/ansible/project.js'
import { type Block, commandOf, type Task } from '../../../readers/ansible/tasks.js'

/** Variables with which Ansible logs in or becomes root. */
const LOGIN = /^ansible_(?:(?:ssh|become|sudo|su|httpapi|winrm|psrp|paramiko|netconf)_)?pass(?:word|phrase)?$/

export const plaintextPassword: Rule<Project> = {
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
}

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

const SECRET_NAME = /(?:^|_)(?:password|passwd|passphrase|secret|secret_key)s?$/
const SHELL_MODULES: ReadonlySet<string> = new Set(['command', 'shell', 'raw', 'script'])
const NAME_IN_JINJA = /\{\{-?\s*([A-Za-z_]\w*)\s*(?:\||-?\}\})/g
const COMMAND =
  '- name: Create the database\n  hosts: control\n  tasks:\n    - name: Create it\n      ansible.builtin.command: mysql --password={{ database_password }} -e "create database keystone"\n      changed_when: true\n'

export const secretInOutput: Rule<Project> = {
  id: 'ansible/secret-in-output',
  severity: 'notice',
  summary: 'a task prints a password',
  help: 'Ansible shows the command line of a command that fails, and of every command when it runs with -v, and debug shows what it is told to: a password in it ends up in the log of the run. Set no_log: true on the task or its block. Modules with arguments for passwords hide those themselves, so they are not reported.',
  example: { bad: COMMAND, good: `${COMMAND}      no_log: true\n` },
  *check({ tasks }) {
    for (const task of tasks) {
      const shown = shownBy(task)
      if (!shown || isHidden(task)) continue
      const name = [...shown.text.matchAll(NAME_IN_JINJA)]
        .map((match) => match[1] ?? '')
        .find((found) => SECRET_NAME.test(found))
      if (name === undefined) continue
      yield {
        file: task.file,
        range: shown.range,
        message:
          task.action?.name === 'debug'
            ? `The task shows "${name}" in the log.`
            : `The task shows "${name}" in the log when it fails.`,
        help: 'Add  no_log: true.',
      }
    }
  },
}

function shownBy({ action }: Task): { text: string; range: Range } | undefined {
  if (!action) return undefined
  if (SHELL_MODULES.has(action.name)) return commandOf(action)
  const scalar =
    action.name === 'debug' ? asScalar((action.args.get('msg') ?? action.args.get('var'))?.value) : undefined
  if (!scalar) return undefined
  return { text: action.args.has('msg') ? scalar.text : `{{ ${scalar.text} }}`, range: scalar.range }
}

function isHidden(task: Block): boolean {
  return [task.entries, ...task.parents.map(({ entries }) => entries), task.play].some((entries) =>
    entries?.has('no_log'),
  )
}
