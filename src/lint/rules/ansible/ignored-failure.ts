import { asScalar, type YamlEntry } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { type Action, commandOf } from '../../readers/ansible/tasks.js'

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

export default defineRule<Project>({
  id: 'ansible/ignored-failure',
  severity: 'warning',
  summary: 'the failure of a step that changes data for good is ignored',
  help: 'A migration of a database, a new file system or a dropped table that fails leaves something in between. When the failure is ignored, the play goes on and starts services on it. Let it fail, or register the result and look at it: then nothing is said.',
  example: { bad: `${GOOD}      ignore_errors: true\n`, good: GOOD },
  check({ tasks }, report) {
    for (const { file, entries, action } of tasks) {
      const ignoring = [...entries.values()].find(isIgnoring)
      const step = ignoring && !entries.has('register') ? stepOf(action) : undefined
      if (!ignoring || step === undefined) continue
      report(
        { file, range: ignoring.keyRange },
        `The play goes on when ${step} has failed.`,
        `Remove ${ignoring.key}, or register the result and say which failures are harmless.`,
      )
    }
  },
})

function isIgnoring({ key, value }: YamlEntry): boolean {
  const scalar = asScalar(value)
  const says = (boolean: boolean) =>
    scalar?.value === boolean || scalar?.text.toLowerCase() === String(boolean)
  return (key === 'ignore_errors' && says(true)) || (key === 'failed_when' && says(false))
}

function stepOf(action: Action | undefined): string | undefined {
  if (!action) return undefined
  if (Object.hasOwn(MODULES, action.name)) return MODULES[action.name]
  if (!['command', 'shell', 'raw'].includes(action.name)) return undefined
  // no command that people write is longer
  const text = commandOf(action)?.text.slice(0, 2000) ?? ''
  return STEPS.find(([pattern]) => pattern.test(text))?.[1]
}
