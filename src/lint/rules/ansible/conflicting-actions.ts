import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { typoOf } from '../../engine/speller.js'
import { TASK_KEYWORDS } from '../../readers/ansible/keywords.js'
import { ONE_TYPO } from '../../readers/ansible/name-uses.js'
import type { Project } from '../../readers/ansible/project.js'
import { TASK } from './shared/examples.js'

/** Modules whose names are one edit away from a keyword. */
const MODULES_LIKE_KEYWORDS: ReadonlySet<string> = new Set(['script', 'group', 'user'])

export default defineRule<Project>({
  id: 'ansible/conflicting-actions',
  severity: 'error',
  summary: 'a task has two actions, or a keyword that Ansible does not know',
  help: 'Ansible treats every task key that is not a keyword as the module to run, and rejects a file in which a task has two of them. The second one is usually a misspelled keyword, an argument of the module that needs more indentation, or the start of another task without its dash.',
  example: { bad: TASK.replace('when:', 'wehn:'), good: TASK },
  check({ tasks }, report) {
    for (const { file, modules, entries } of tasks) {
      const actions = ['action', 'local_action'].filter((key) => entries.has(key))
      if (modules.length + actions.length < 2 || modules.some(({ key }) => isTemplatedValue(key))) continue
      const misspelled = modules.find(({ key }) => keywordMeant(key))
      const surplus = misspelled ?? modules.at(-1)
      if (!surplus) continue
      const { key, keyRange: range } = surplus
      if (misspelled)
        report(
          { file, range },
          `A task has no keyword "${key}", so Ansible takes it for a second action and rejects the file.`,
          `Did you mean "${keywordMeant(key)}"?`,
        )
      else {
        const [other] = [...modules.map((module) => module.key), ...actions].filter((name) => name !== key)
        report(
          { file, range },
          `The task has more than one action, "${other}" and "${key}", so Ansible rejects the file.`,
          'Split it into two tasks, or indent the arguments of the module.',
        )
      }
    }
  },
})

function keywordMeant(key: string): string | undefined {
  return key.includes('.') || MODULES_LIKE_KEYWORDS.has(key)
    ? undefined
    : typoOf(key, TASK_KEYWORDS, ONE_TYPO)
}
