import { declaredRule } from '../../engine/declared.js'
import { nameUses } from '../../readers/ansible/name-uses.js'

const INVENTORY = '[control]\nctl1\n[compute]\ncmp1\n'

export default declaredRule({
  id: 'ansible/group-vars-without-group',
  severity: 'warning',
  summary: 'group_vars has the name of a group that is probably misspelled',
  help: 'Ansible applies group_vars/<name> to the hosts of the group <name>, and silently ignores the file when no inventory has the group. The rule reports a name that is like that of a group without variables.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'inventory/group_vars/computes.yml': 'cpu_mode: host-model\n' },
    good: { 'inventory/hosts': INVENTORY, 'inventory/group_vars/compute.yml': 'cpu_mode: host-model\n' },
  },
  uses: nameUses,
  reports: 'group_vars_without_group',
  describe: ({ name, meant }) => ({
    message: `No inventory has a group "${name}", so Ansible ignores these variables.`,
    help: `Did you mean "${meant}"?`,
  }),
})
