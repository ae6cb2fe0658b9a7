import { declaredRule } from '../../engine/declared.js'
import { missingFiles } from '../../readers/ansible/file-uses.js'
import { PLAY } from './shared/examples.js'
import { describeMissing } from './shared/missing-file.js'

const SITE = PLAY.replace('ping:', 'import_tasks: tasks/keystone.yml')
const TASKS = '- name: Greet\n  ansible.builtin.ping:\n'

export default declaredRule({
  id: 'ansible/missing-tasks-file',
  severity: 'error',
  summary: 'an included file of tasks does not exist',
  help: 'When the file is missing, import_tasks stops Ansible before the run, and include_tasks stops it in the middle. The rule reports a file when no file of the same name exists in the repository. When the whole folder is missing, the finding is a notice. Names with Jinja are not checked.',
  example: {
    bad: { 'site.yml': SITE, 'tasks/keystnoe.yml': TASKS },
    good: { 'site.yml': SITE, 'tasks/keystone.yml': TASKS },
  },
  uses: missingFiles,
  reports: 'missing_tasks',
  describe: describeMissing('file of tasks'),
})
