import { declaredRule } from '../../engine/declared.js'
import { inventoryProblems } from '../../readers/ansible/project.js'
import { INVENTORY, INVENTORY_FILE } from './shared/examples.js'

export default declaredRule({
  id: 'ansible/invalid-inventory',
  severity: 'error',
  summary: 'Ansible cannot read an inventory',
  help: 'Ansible stops reading an inventory file at the first line that it does not understand. It prints a warning and continues without the hosts in the file, so the run skips them and still succeeds.',
  example: { file: INVENTORY_FILE, bad: INVENTORY.replace('ctl1 ', 'ctl[1-3] '), good: INVENTORY },
  uses: inventoryProblems,
  reports: 'rejected',
  describe: (problem) => problem,
})
