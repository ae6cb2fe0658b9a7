import { declaredRule } from '../../engine/declared.js'
import { missingFiles } from '../../readers/ansible/file-uses.js'
import { PLAY } from './shared/examples.js'
import { describeMissing } from './shared/missing-file.js'

const SITE = '- name: Deploy Keystone\n  ansible.builtin.import_playbook: keystone.yml\n'

export default declaredRule({
  id: 'ansible/missing-playbook',
  severity: 'error',
  summary: 'an imported playbook does not exist',
  help: 'The path is relative to the folder of the importing playbook. Ansible reads all imports before the run, and stops when one is missing. When the whole folder is missing, it may be downloaded before the run, and the finding is a notice. Playbooks of collections and names with Jinja are not checked.',
  example: {
    bad: { 'site.yml': SITE, 'keystone-api.yml': PLAY },
    good: { 'site.yml': SITE, 'keystone.yml': PLAY },
  },
  uses: missingFiles,
  reports: 'missing_playbook',
  describe: describeMissing('playbook'),
})
