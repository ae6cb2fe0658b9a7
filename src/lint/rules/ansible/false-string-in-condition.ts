import { asScalar, asSequence, entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'

const PLAY = `- name: Deploy Keystone
  hosts: all
  tasks:
    - name: Greet
      ansible.builtin.ping:
      when: keystone_enabled
`

export default defineRule<Project>({
  id: 'ansible/false-string-in-condition',
  severity: 'warning',
  summary: 'a variable that is used as a condition is the string "false"',
  help: 'A condition that consists of a variable alone is true unless the variable is empty. The string "false" or "no" is not empty, so the task runs; Ansible 2.19 and later reject the condition. In YAML, write false without quotes. In an INI inventory, only False and True, with a capital letter, are booleans. A condition with `| bool` works with either.',
  example: {
    bad: { 'site.yml': PLAY, 'group_vars/all.yml': 'keystone_enabled: "false"\n' },
    good: { 'site.yml': PLAY, 'group_vars/all.yml': 'keystone_enabled: false\n' },
  },
  check(project, report) {
    const conditions = variablesInConditions(project)
    if (conditions.size === 0) return
    for (const { file, mapping } of project.vars) {
      for (const { key, value } of entriesOf(mapping)) {
        const scalar = conditions.has(key) ? asScalar(value) : undefined
        if (typeof scalar?.value !== 'string' || !isFalse(scalar.value)) continue
        report(
          { file, range: scalar.range },
          message(key, scalar.text, conditions.get(key)),
          'Write false without quotes, or use `| bool` in the condition.',
        )
      }
    }
    for (const { groups } of project.iniFiles) {
      for (const { hosts, vars } of groups.values()) {
        for (const variable of [vars, ...hosts.map((host) => host.vars)].flatMap((own) => [
          ...own.values(),
        ])) {
          const { name, value } = variable
          if (!conditions.has(name) || value === 'False' || !isFalse(value)) continue
          report(
            variable,
            message(name, value, conditions.get(name)),
            'Write False with a capital letter, or use `| bool` in the condition.',
          )
        }
      }
    }
  },
})

function message(name: string, value: string, user: string | undefined): string {
  return `"${name}" is the string "${value}", which is true in the condition in ${user}.`
}

/** The variables that are a whole condition, or a whole operand of `and`, each with a file that uses it. */
function variablesInConditions({ tasks, blocks }: Project): Map<string, string> {
  const found = new Map<string, string>()
  for (const { file, entries } of [...tasks, ...blocks]) {
    const node = entries.get('when')?.value
    for (const item of asSequence(node)?.items ?? [node]) {
      for (const operand of asScalar(item)?.text.split(/\sand\s/) ?? []) {
        const name = /^\s*(?:not\s+)?([a-z_]\w*)\s*$/i.exec(operand)?.[1]
        if (name !== undefined && !found.has(name)) found.set(name, file)
      }
    }
  }
  return found
}

function isFalse(text: string): boolean {
  return /^(["']?)(?:false|no|off)\1$/i.test(text)
}
