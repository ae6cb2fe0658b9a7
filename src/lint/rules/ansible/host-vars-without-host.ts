import { declaredRule } from '../../engine/declared.js'
import { nameUses } from '../../readers/ansible/name-uses.js'

const INVENTORY = '[control]\nctl1\n[compute]\ncmp1\n'

export default declaredRule({
  id: 'ansible/host-vars-without-host',
  severity: 'warning',
  summary: 'host_vars has the name of a host that is probably misspelled',
  help: 'Ansible applies host_vars/<name> to the host <name>, and silently ignores the file when no inventory has the host. The rule reports a name that is like that of a host without variables.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'inventory/host_vars/ctrl1.yml': 'rack: a\n' },
    good: { 'inventory/hosts': INVENTORY, 'inventory/host_vars/ctl1.yml': 'rack: a\n' },
  },
  uses: nameUses,
  reports: 'host_vars_without_host',
  describe: ({ name, meant }) => ({
    message: `No inventory has a host "${name}", so Ansible ignores these variables.`,
    help: `Did you mean "${meant}"?`,
  }),
})
