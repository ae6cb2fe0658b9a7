import { asScalar } from '../../yaml/tree.js'
import type { Rule } from '../rule.js'
import type { Project } from './project.js'
import { commandOf, type Task } from './tasks.js'

/** Steps on which everything that follows is built. */
const STEPS: readonly [RegExp, string][] = [
  [
    /\b(?:db[_ -]sync|db-manage|api_db sync|dbsync|online_data_migrations|upgrade heads?)\b/,
    'the database migration',
  ],
  [/\bmkfs\b/, 'the new file system'],
  [/\bdrop (?:database|table)\b/i, 'the removal of the data'],
  [/\bmysql(?:dump)?\b[^|]*[<>]/, 'the copy of the database'],
]
const MODULES: Readonly<Record<string, string>> = {
  mysql_db: 'the change of the database',
  'community.mysql.mysql_db': 'the change of the database',
  filesystem: 'the new file system',
  'community.general.filesystem': 'the new file system',
}

const GOOD = `- name: Upgrade Keystone
  hosts: control[0]
  tasks:
    - name: Migrate the database
      ansible.builtin.command: keystone-manage db_sync --expand
      changed_when: true
`

export const ignoredFailure: Rule<Project> = {
  id: 'ansible/ignored-failure',
  severity: 'warning',
  summary: 'the failure of a step that changes data for good is ignored',
  help: 'A migration of a database, a new file system or a dropped table that fails leaves something in between. When the failure is ignored, the play goes on and starts services on it. Let it fail, or register the result and look at it: then nothing is said.',
  example: { bad: `${GOOD}      ignore_errors: true\n`, good: GOOD },
  *check({ tasks }) {
    for (const task of tasks) {
      const step = stepOf(task)
      if (step === undefined || task.entries.has('register')) continue
      for (const [keyword, ignoring] of [
        ['ignore_errors', true],
        ['failed_when', false],
      ] as const) {
        const entry = task.entries.get(keyword)
        const scalar = asScalar(entry?.value)
        if (!entry || (scalar?.value !== ignoring && scalar?.text.toLowerCase() !== String(ignoring)))
          continue
        yield {
          file: task.file,
          range: entry.keyRange,
          message: `The play goes on when ${step} has failed.`,
          help: `Remove ${keyword}, or register the result and say which failures are harmless.`,
        }
      }
    }
  },
}

function stepOf({ action }: Task): string | undefined {
  if (!action) return undefined
  if (Object.hasOwn(MODULES, action.name)) return MODULES[action.name]
  if (!['command', 'shell', 'raw'].includes(action.name)) return undefined
  const text = commandOf(action)?.text ?? ''
  return STEPS.find(([pattern]) => pattern.test(text))?.[1]
}
