import { nearest } from '../../../platform/nearest.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { BLOCK_KEYWORDS, TASK_KEYWORDS } from '../../readers/ansible/keywords.js'
import type { Project } from '../../readers/ansible/project.js'

const BLOCK = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Ask for an answer
      become: true
      block:
        - name: Greet
          ansible.builtin.ping:
`

export default defineRule<Project>({
  id: 'ansible/unknown-block-keyword',
  severity: 'error',
  summary: 'a block has a keyword that only tasks have',
  help: 'A block takes what it can hand on to its tasks, such as when, become or tags. A loop, register, until or changed_when belongs to a single task: Ansible refuses a block that has one. To repeat a block, put its tasks into a file and loop over include_tasks.',
  example: { bad: BLOCK.replace('become: true', 'loop: [1, 2]'), good: BLOCK },
  check({ blocks }, report) {
    for (const { file, entries } of blocks) {
      for (const { key, keyRange } of entries.values()) {
        if (BLOCK_KEYWORDS.has(key) || isTemplatedValue(key)) continue
        const near = TASK_KEYWORDS.has(key) ? undefined : nearest(key, BLOCK_KEYWORDS)
        const help = near ? `Did you mean "${near}"?` : 'Move it to the tasks of the block.'
        report(
          { file, range: keyRange },
          `A block has no keyword "${key}", so Ansible refuses the file.`,
          help,
        )
      }
    }
  },
})
