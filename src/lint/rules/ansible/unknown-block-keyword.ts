import { declaredRule } from '../../engine/declared.js'
import { keywordUses } from '../../readers/ansible/keyword-uses.js'

const BLOCK = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Check the host
      become: true
      block:
        - name: Greet
          ansible.builtin.ping:
`

export default declaredRule({
  id: 'ansible/unknown-block-keyword',
  severity: 'error',
  summary: 'a block has a keyword that blocks do not support',
  help: 'A block accepts keywords that it passes on to its tasks, such as when, become or tags. Keywords such as loop, register, until and changed_when belong to a single task, and Ansible rejects a block that has one. To repeat a block, put its tasks into a file and loop over include_tasks.',
  example: { bad: BLOCK.replace('become: true', 'loop: [1, 2]'), good: BLOCK },
  uses: keywordUses,
  reports: 'unknown_in_block',
  describe: ({ key, meant }) => ({
    message: `A block has no keyword "${key}", so Ansible rejects the file.`,
    help: meant ? `Did you mean "${meant}"?` : 'Move it to the tasks of the block.',
  }),
})
