import { asScalar, asSequence, entriesOf } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { InventoryVar } from '../../readers/ansible/inventory.js'
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
  summary: 'a variable that is asked for its truth holds the text "false"',
  help: 'A condition that consists of a variable alone asks whether it is empty. The text "false" or "no" is not, so the task runs all the same; Ansible 2.19 and newer refuse the condition. In YAML, write false without quotes. In an inventory in INI form only False and True, with a capital letter, are truth values. A condition with | bool is right in any case.',
  example: {
    bad: { 'site.yml': PLAY, 'group_vars/all.yml': 'keystone_enabled: "false"\n' },
    good: { 'site.yml': PLAY, 'group_vars/all.yml': 'keystone_enabled: false\n' },
  },
  *check(project) {
    const asked = askedNames(project)
    if (asked.size === 0) return
    for (const { file, vars } of project.vars) {
      for (const { key, value } of entriesOf(vars)) {
        const user = asked.get(key)
        const scalar = user === undefined ? undefined : asScalar(value)
        if (user === undefined || typeof scalar?.value !== 'string' || !isFalse(scalar.value)) continue
        yield problem(
          { name: key, value: scalar.text, range: scalar.range, file },
          user,
          'false, without quotes',
        )
      }
    }
    for (const variable of iniVariables(project)) {
      const user = asked.get(variable.name)
      if (user !== undefined && variable.value !== 'False' && isFalse(variable.value))
        yield problem(variable, user, 'False, with a capital letter')
    }
  },
})

/** Names that are a whole condition, or a whole part of one, and a file that asks so. */
function askedNames({ tasks, blocks }: Project): Map<string, string> {
  const asked = new Map<string, string>()
  for (const { file, entries } of [...tasks, ...blocks]) {
    const node = entries.get('when')?.value
    for (const item of asSequence(node)?.items ?? [node]) {
      for (const part of asScalar(item)?.text.split(/\sand\s/) ?? []) {
        const name = /^\s*(?:not\s+)?([a-z_]\w*)\s*$/i.exec(part)?.[1]
        if (name !== undefined && !asked.has(name)) asked.set(name, file)
      }
    }
  }
  return asked
}

function* iniVariables({ inventories }: Project): Iterable<InventoryVar> {
  for (const { files } of inventories) {
    for (const { path: file, groups } of files) {
      if (/\.(?:ya?ml|json)$/i.test(file)) continue
      for (const { hosts, vars } of groups.values()) {
        yield* vars.values()
        for (const host of hosts) yield* host.vars.values()
      }
    }
  }
}

function isFalse(text: string): boolean {
  return /^(["']?)(?:false|no|off)\1$/i.test(text)
}

function problem({ name, value, range, file }: InventoryVar, user: string, right: string): Problem {
  return {
    file,
    range,
    message: `"${name}" is the text "${value}", which counts as true where ${user} asks for it.`,
    help: `Write ${right}, or ask with  | bool.`,
  }
}
