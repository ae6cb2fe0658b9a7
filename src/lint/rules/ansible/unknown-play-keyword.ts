import { nearest } from '../../../platform/nearest.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { IMPORT_KEYWORDS, PLAY_KEYWORDS, TASK_SECTIONS } from '../../readers/ansible/keywords.js'
import type { Project } from '../../readers/ansible/project.js'
import { GOOD, importOf } from './shared/play-rules.js'

export default defineRule<Project>({
  id: 'ansible/unknown-play-keyword',
  severity: 'error',
  summary: 'a play has a keyword that Ansible does not know',
  help: 'Ansible refuses a playbook when a play, or an import_playbook, has any other key than the keywords of its own. Such a key is a misspelled keyword, a variable that belongs below vars, or a keyword of tasks that plays do not have.',
  example: { bad: GOOD.replace('  hosts', '  becom: true\n  hosts'), good: GOOD },
  check({ plays }, report) {
    for (const { file, entries } of plays) {
      const isImport = importOf(entries) !== undefined
      const known = isImport ? IMPORT_KEYWORDS : PLAY_KEYWORDS
      const isSure = isImport || TASK_SECTIONS.some((section) => entries.has(section)) || entries.has('roles')
      for (const { key, keyRange } of entries.values()) {
        if (known.has(key) || isTemplatedValue(key)) continue
        const near = nearest(key, known)
        if (!isSure && !near) continue
        const what = isImport ? 'An import_playbook' : 'A play'
        report(
          { file, range: keyRange },
          `${what} has no keyword "${key}", so Ansible refuses the playbook.`,
          near ? `Did you mean "${near}"?` : 'Remove it, or put it below vars when it is a variable.',
        )
      }
    }
  },
})
