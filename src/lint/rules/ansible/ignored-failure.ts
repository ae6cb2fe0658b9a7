import { asScalar, type YamlEntry } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { type Action, commandOf } from '../../readers/ansible/tasks.js'

/** Commands on which all later tasks depend. */
const COMMANDS: readonly [RegExp, string][] = [
  [
    /\b(?:db[_ -]sync|db-manage|api_db sync|dbsync|online_data_migrations|upgrade heads?)\b/,
    'the database migration',
  ],
  [/\bmkfs\b/, 'the creation of the file system'],
  [/\bdrop (?:database|table)\b/i, 'the removal of the data'],
  [/\bmysql(?:dump)?\b[^|]*[<>]/, 'the copy of the database'],
]

const MODULES: Readonly<Record<string, string>> = {
  mysql_db: 'the change of the database',
  'community.mysql.mysql_db': 'the change of the database',
  filesystem: 'the creation of the file system',
  'community.general.filesystem': 'the creation of the file system',
}

/** No one writes a longer command. */
const LONGEST_COMMAND = 2000

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
  summary: 'the failure of a task that changes data irreversibly is ignored',
  help: 'A database migration, a new file system or a dropped table that fails leaves the data in an undefined state. When the failure is ignored, the play continues and starts services on it. Let the task fail, or register its result and handle the failure: the rule does not report registered results.',
  example: { bad: `${GOOD}      ignore_errors: true\n`, good: GOOD },
  check({ tasks }, report) {
    for (const { file, entries, action } of tasks) {
      const ignoring = [...entries.values()].find(isIgnoring)
      const step = ignoring && !entries.has('register') ? stepOf(action) : undefined
      if (!ignoring || step === undefined) continue
      report(
        { file, range: ignoring.keyRange },
        `The play continues when ${step} fails.`,
        `Remove ${ignoring.key}, or register the result and decide which failures are harmless.`,
      )
    }
  },
})

function isIgnoring({ key, value }: YamlEntry): boolean {
  const scalar = asScalar(value)
  const is = (wanted: boolean) => scalar?.value === wanted || scalar?.text.toLowerCase() === String(wanted)
  return (key === 'ignore_errors' && is(true)) || (key === 'failed_when' && is(false))
}

function stepOf(action: Action | undefined): string | undefined {
  if (!action) return undefined
  if (Object.hasOwn(MODULES, action.name)) return MODULES[action.name]
  if (!['command', 'shell', 'raw'].includes(action.name)) return undefined
  const text = commandOf(action)?.text.slice(0, LONGEST_COMMAND) ?? ''
  return COMMANDS.find(([pattern]) => pattern.test(text))?.[1]
}
