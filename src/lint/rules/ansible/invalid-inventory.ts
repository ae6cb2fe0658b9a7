import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { EXAMPLE, FILE } from './shared/inventory-rules.js'

export default defineRule<Project>({
  id: 'ansible/invalid-inventory',
  severity: 'error',
  summary: 'Ansible cannot read an inventory',
  help: 'Ansible gives up on an inventory file at the first line that it cannot read, says so in a warning, and goes on with the hosts that it has. The run then skips every host that stands in the rest of the file and still ends well.',
  example: { file: FILE, bad: EXAMPLE.replace('ctl1 ', 'ctl[1-3] '), good: EXAMPLE },
  *check({ inventories }) {
    for (const { files } of inventories) {
      for (const { path, problems } of files) for (const problem of problems) yield { file: path, ...problem }
    }
  },
})
