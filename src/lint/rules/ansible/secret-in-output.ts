import type { Range } from '../../../yaml/source.js'
import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { isSecretName } from '../../engine/secrets.js'
import type { Project } from '../../readers/ansible/project.js'
import { commandOf, type Task } from '../../readers/ansible/tasks.js'

const COMMAND_MODULES: ReadonlySet<string> = new Set(['command', 'shell', 'raw', 'script'])

const VARIABLE = /\{\{-?\s*([A-Za-z_]\w*)\s*(?:\||-?\}\})/g

const EXAMPLE = `- name: Create the database
  hosts: control
  tasks:
    - name: Create it
      ansible.builtin.command: mysql --password={{ database_password }} -e "create database keystone"
      changed_when: true
`

export default defineRule<Project>({
  id: 'ansible/secret-in-output',
  severity: 'notice',
  summary: 'a task prints a secret',
  help: 'Ansible prints the command line of a failed command, and of every command with -v, and debug prints its message. A password in it ends up in the log of the run. Set no_log: true on the task or its block. Modules hide their own arguments for passwords, so they are not reported.',
  example: { bad: EXAMPLE, good: `${EXAMPLE}      no_log: true\n` },
  check({ tasks }, report) {
    for (const task of tasks) {
      const output = outputOf(task)
      if (!output || isHidden(task)) continue
      const names = [...output.text.matchAll(VARIABLE)].map((match) => match[1] ?? '')
      const secret = names.find((name) => isSecretName(name))
      if (secret === undefined) continue
      report(
        { file: task.file, range: output.range },
        `The task prints "${secret}" to the log${task.action?.name === 'debug' ? '' : ' when it fails'}.`,
        'Set `no_log: true` on the task.',
      )
    }
  },
})

/** The text that a task prints, as a template. */
function outputOf({ action }: Task): { text: string; range: Range } | undefined {
  if (!action) return undefined
  if (COMMAND_MODULES.has(action.name)) return commandOf(action)
  if (action.name !== 'debug') return undefined
  const message = asScalar(action.args.get('msg')?.value)
  if (action.args.has('msg')) return message
  const variable = asScalar(action.args.get('var')?.value)
  return variable && { text: `{{ ${variable.text} }}`, range: variable.range }
}

function isHidden({ entries, parents, play }: Task): boolean {
  return [entries, play, ...parents.map((block) => block.entries)].some((own) => own?.has('no_log'))
}
