import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { TASK_KEYWORDS } from '../../readers/ansible/keywords.js'
import type { Project } from '../../readers/ansible/project.js'
import { slipOf } from '../../readers/ansible/slip.js'
import { PLAY } from './shared/task-rules.js'

/** Modules whose names are a slip away from a keyword. */
const MODULES_LIKE_KEYWORDS: ReadonlySet<string> = new Set(['script', 'group', 'user'])

export default defineRule<Project>({
  id: 'ansible/conflicting-actions',
  severity: 'error',
  summary: 'a task has two actions, or a keyword that Ansible does not know',
  help: 'In a task, every key that is no keyword is taken for the module to run. With two of them Ansible refuses the file. The second one is usually a misspelled keyword, an argument of the module that is indented too little, or the beginning of another task without its dash.',
  example: { bad: PLAY.replace('when:', 'wehn:'), good: PLAY },
  check({ tasks }, report) {
    for (const task of tasks) {
      const keys = task.modules.filter(({ key }) => !isTemplatedValue(key))
      const written = ['action', 'local_action'].filter((key) => task.entries.has(key))
      if (keys.length !== task.modules.length || keys.length + written.length < 2) continue
      const stray = keys.find(({ key }) => misspelledKeyword(key)) ?? keys.at(-1)
      if (!stray) continue
      const others = [...keys.map(({ key }) => key), ...written].filter((key) => key !== stray.key)
      const near = misspelledKeyword(stray.key)
      report(
        { file: task.file, range: stray.keyRange },
        near
          ? `A task has no keyword "${stray.key}", so Ansible takes it for a second action and refuses the file.`
          : `The task has more than one action, "${others[0]}" and "${stray.key}", so Ansible refuses the file.`,
        near
          ? `Did you mean "${near}"?`
          : 'Make two tasks of it, or indent what is an argument of the module.',
      )
    }
  },
})

function misspelledKeyword(key: string): string | undefined {
  return key.includes('.') || MODULES_LIKE_KEYWORDS.has(key) ? undefined : slipOf(key, TASK_KEYWORDS)
}
