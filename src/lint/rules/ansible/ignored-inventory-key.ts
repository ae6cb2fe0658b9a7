import { declaredRule } from '../../engine/declared.js'
import { inventoryProblems } from '../../readers/ansible/project.js'

export default declaredRule({
  id: 'ansible/ignored-inventory-key',
  severity: 'error',
  summary: 'a group in an inventory has a key that Ansible ignores',
  help: 'In a YAML inventory, a group has only the keys hosts, children and vars. Ansible ignores any other key with a warning, together with everything below it, for example a group that belongs below children. The run continues without those hosts.',
  example: {
    file: 'hosts.yml',
    bad: 'all:\n  children:\n    control:\n      host:\n        ctl1:\n',
    good: 'all:\n  children:\n    control:\n      hosts:\n        ctl1:\n',
  },
  uses: inventoryProblems,
  reports: 'ignored',
  describe: (problem) => problem,
})
