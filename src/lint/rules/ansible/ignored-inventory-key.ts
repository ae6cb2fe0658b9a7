import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'

export default defineRule<Project>({
  id: 'ansible/ignored-inventory-key',
  severity: 'error',
  summary: 'a group of an inventory has a key that Ansible passes by',
  help: 'In an inventory in YAML, a group has hosts, children and vars and nothing else. Whatever stands below another key, such as a group that belongs below children, is passed by with a warning, and the run goes on without those hosts.',
  example: {
    file: 'hosts.yml',
    bad: 'all:\n  children:\n    control:\n      host:\n        ctl1:\n',
    good: 'all:\n  children:\n    control:\n      hosts:\n        ctl1:\n',
  },
  *check({ inventories }) {
    for (const { files } of inventories) {
      for (const { path, ignored } of files) for (const problem of ignored) yield { file: path, ...problem }
    }
  },
})
