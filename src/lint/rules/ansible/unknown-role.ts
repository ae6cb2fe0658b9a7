import { declaredRule } from '../../engine/declared.js'
import { nameUses } from '../../readers/ansible/name-uses.js'

const PLAY = '- name: Deploy Keystone\n  hosts: all\n  roles: [keystone]\n'
const TASKS = '- name: Greet\n  ansible.builtin.ping:\n'

export default declaredRule({
  id: 'ansible/unknown-role',
  severity: 'error',
  summary: 'a role is probably misspelled',
  help: 'Ansible looks for a role in the roles folder beside the playbook and in its configured paths, and stops when it does not find the role. The rule reports a name that is one typo away from a role in the repository or its requirements.',
  example: {
    bad: { 'site.yml': PLAY, 'roles/keystne/tasks/main.yml': TASKS },
    good: { 'site.yml': PLAY, 'roles/keystone/tasks/main.yml': TASKS },
  },
  uses: nameUses,
  reports: 'unknown_role',
  describe: ({ name, meant }) => ({
    message: `The role "${name}" is neither in the repository nor in its requirements.`,
    help: `Did you mean "${meant}"?`,
  }),
})
