import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { placeOf } from '../../readers/ansible/tasks.js'
import { PLAY } from './shared/task-rules.js'

export default defineRule<Project>({
  id: 'ansible/task-without-action',
  severity: 'error',
  summary: 'a task does nothing',
  help: 'A task that has keywords but no module is refused by Ansible, with the whole file. So is an item that is no mapping, such as the name of a module without a colon.',
  example: {
    bad: PLAY.replace(/ {6}ansible.builtin.template:\n( {8}.*\n)+/, ''),
    good: PLAY,
  },
  check({ tasks, misfits }, report) {
    for (const task of tasks) {
      const { modules, entries, file } = task
      if (modules.length > 0 || entries.has('action') || entries.has('local_action')) continue
      if ([...entries.keys()].some(isTemplatedValue)) continue
      report(
        { file, range: placeOf(task) },
        'The task has no action, so Ansible refuses the file.',
        'Add the module that it calls, or remove the task.',
      )
    }
    for (const { file, range } of misfits) {
      report(
        { file, range },
        'An item of a list of tasks is no task, so Ansible refuses the file.',
        'Write a mapping with a name and a module, or remove the item.',
      )
    }
  },
})
