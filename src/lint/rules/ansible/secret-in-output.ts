import type { Range } from '../../../yaml/source.js'
import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { type Block, commandOf, type Task } from '../../readers/ansible/tasks.js'

const SECRET_NAME = /(?:^|_)(?:password|passwd|passphrase|secret|secret_key)s?$/

const SHELL_MODULES: ReadonlySet<string> = new Set(['command', 'shell', 'raw', 'script'])

const NAME_IN_JINJA = /\{\{-?\s*([A-Za-z_]\w*)\s*(?:\||-?\}\})/g

const COMMAND =
  '- name: Create the database\n  hosts: control\n  tasks:\n    - name: Create it\n      ansible.builtin.command: mysql --password={{ database_password }} -e "create database keystone"\n      changed_when: true\n'

export default defineRule<Project>({
  id: 'ansible/secret-in-output',
  severity: 'notice',
  summary: 'a task prints a password',
  help: 'Ansible shows the command line of a command that fails, and of every command when it runs with -v, and debug shows what it is told to: a password in it ends up in the log of the run. Set no_log: true on the task or its block. Modules with arguments for passwords hide those themselves, so they are not reported.',
  example: { bad: COMMAND, good: `${COMMAND}      no_log: true\n` },
  check({ tasks }, report) {
    for (const task of tasks) {
      const shown = shownBy(task)
      if (!shown || isHidden(task)) continue
      const name = [...shown.text.matchAll(NAME_IN_JINJA)]
        .map((match) => match[1] ?? '')
        .find((found) => SECRET_NAME.test(found))
      if (name === undefined) continue
      report(
        { file: task.file, range: shown.range },
        task.action?.name === 'debug'
          ? `The task shows "${name}" in the log.`
          : `The task shows "${name}" in the log when it fails.`,
        'Add  no_log: true.',
      )
    }
  },
})

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
