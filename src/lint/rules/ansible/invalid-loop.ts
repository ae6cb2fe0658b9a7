import type { YamlEntry } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import type { Task } from '../../readers/ansible/tasks.js'
import { PLAY } from './shared/task-rules.js'

export default defineRule<Project>({
  id: 'ansible/invalid-loop',
  severity: 'error',
  summary: 'a task loops twice, or over an import',
  help: 'A task has one loop, be it loop or one of with_items and its kin; Ansible refuses a second one, or forgets the first. An import is read before anything runs, so it cannot be repeated: use include_tasks or include_role for that.',
  example: { bad: `${PLAY}      with_items: [keystone.conf]\n`, good: PLAY },
  check({ tasks }, report) {
    for (const task of tasks) {
      const loops = loopsOf(task)
      const [first, second] = loops
      if (!first) continue
      if (second) {
        const end = second.key === 'loop' ? 'forgets the first' : 'refuses the file'
        const message = `The task loops twice, with "${first.key}" and "${second.key}", so Ansible ${end}.`
        report({ file: task.file, range: second.keyRange }, message, 'Keep one of the two.')
      } else if (isImport(task)) {
        report(
          { file: task.file, range: first.keyRange },
          `An ${task.action?.name} cannot be looped over, so Ansible refuses the file.`,
          `Use ${task.action?.name.replace('import', 'include')}.`,
        )
      }
    }
  },
})

function loopsOf({ entries }: Task): YamlEntry[] {
  const loops: YamlEntry[] = []
  for (const [key, entry] of entries) if (key === 'loop' || key.startsWith('with_')) loops.push(entry)
  return loops
}

function isImport({ action }: Task): boolean {
  return action?.name === 'import_tasks' || action?.name === 'import_role'
}
