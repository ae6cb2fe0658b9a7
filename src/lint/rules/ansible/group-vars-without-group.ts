import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, misnamed } from './shared/vars-file-rules.js'

export default defineRule<Project>({
  id: 'ansible/group-vars-without-group',
  severity: 'warning',
  summary: 'group_vars has a name that looks like a misspelled group',
  help: 'Variables in group_vars/<name> are for the hosts of the group <name>. When no inventory has the group, Ansible passes the file by without a word. It is reported when a group with a similar name has no variables of its own.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'inventory/group_vars/computes.yml': 'cpu_mode: host-model\n' },
    good: { 'inventory/hosts': INVENTORY, 'inventory/group_vars/compute.yml': 'cpu_mode: host-model\n' },
  },
  check: (project) =>
    misnamed(
      project,
      'group_vars',
      ({ groups }) => groups.keys(),
      (name, near) => ({
        message: `No inventory has a group "${name}", so Ansible reads these variables for no host.`,
        help: `Did you mean "${near}"?`,
      }),
    ),
})
