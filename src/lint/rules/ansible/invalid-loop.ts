import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { TASK } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/invalid-loop',
  severity: 'error',
  summary: 'a task has two loops, or loops over an import',
  help: 'A task can have one loop, either `loop` or one of the `with_` keywords. With two, Ansible rejects the file or ignores the first. It resolves imports before the run, so they cannot be in a loop: use include_tasks or include_role instead.',
  example: { bad: `${TASK}      with_items: [keystone.conf]\n`, good: TASK },
  check({ tasks }, report) {
    for (const { file, entries, action } of tasks) {
      const loops = [...entries.values()].filter(({ key }) => key === 'loop' || key.startsWith('with_'))
      const [first, second] = loops
      if (second)
        report(
          { file, range: second.keyRange },
          `The task has two loops, "${first?.key}" and "${second.key}", so Ansible ${second.key === 'loop' ? 'ignores the first' : 'rejects the file'}.`,
          'Keep one of the two.',
        )
      else if (first && (action?.name === 'import_tasks' || action?.name === 'import_role'))
        report(
          { file, range: first.keyRange },
          `An ${action.name} cannot be in a loop, so Ansible rejects the file.`,
          `Use ${action.name.replace('import', 'include')}.`,
        )
    }
  },
})
