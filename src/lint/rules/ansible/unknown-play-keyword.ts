import { declaredRule } from '../../engine/declared.js'
import { keywordUses } from '../../readers/ansible/keyword-uses.js'
import { PLAY } from './shared/examples.js'

export default declaredRule({
  id: 'ansible/unknown-play-keyword',
  severity: 'error',
  summary: 'a play has a keyword that Ansible does not know',
  help: 'Ansible rejects a playbook when a play or an import_playbook has a key that is not one of its keywords. Such a key is a misspelled keyword, a variable that belongs below vars, or a keyword of tasks that plays do not have.',
  example: { bad: PLAY.replace('  hosts', '  becom: true\n  hosts'), good: PLAY },
  uses: keywordUses,
  reports: 'unknown_in_play',
  describe: ({ key, meant, isImport }) => ({
    message: `${isImport ? 'An import_playbook' : 'A play'} has no keyword "${key}", so Ansible rejects the playbook.`,
    help: meant ? `Did you mean "${meant}"?` : 'Remove it, or move it below vars if it is a variable.',
  }),
})
