import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { firstKeyOf } from '../../readers/ansible/tasks.js'
import { TASK } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/task-without-action',
  severity: 'error',
  summary: 'a task has no action',
  help: 'Ansible rejects a file with a task that has keywords but no module, or with an item that is not a mapping, for example the name of a module without a colon.',
  example: { bad: TASK.replace(/ {6}ansible.builtin.template:\n( {8}.*\n)+/, ''), good: TASK },
  check({ tasks, misfits }, report) {
    for (const task of tasks) {
      const { modules, entries, file } = task
      if (modules.length > 0 || entries.has('action') || entries.has('local_action')) continue
      if ([...entries.keys()].some(isTemplatedValue)) continue
      report(
        { file, range: firstKeyOf(task) },
        'The task has no action, so Ansible rejects the file.',
        'Add the module to run, or remove the task.',
      )
    }
    for (const misfit of misfits)
      report(
        misfit,
        'An item of a list of tasks is not a mapping, so Ansible rejects the file.',
        'Write a mapping with a name and a module, or remove the item.',
      )
  },
})
