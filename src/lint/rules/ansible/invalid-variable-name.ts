import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { PLAY } from './shared/task-rules.js'

export default defineRule<Project>({
  id: 'ansible/invalid-variable-name',
  severity: 'error',
  summary: 'a variable of a play, block or task has a name that Ansible refuses',
  help: 'Below vars of a play, a block, a task or a role, a name consists of letters, digits and underscores, and does not begin with a digit. Ansible refuses the playbook otherwise.',
  example: {
    bad: PLAY.replace('  tasks:', '  vars:\n    keystone-port: 5000\n  tasks:'),
    good: PLAY.replace('  tasks:', '  vars:\n    keystone_port: 5000\n  tasks:'),
  },
  *check({ vars }) {
    for (const place of vars) {
      if (!place.isStrict) continue
      for (const { key, keyRange } of place.vars.entries) {
        if (key === '<<' || isTemplatedValue(key) || /^[A-Za-z_]\w*$/.test(key)) continue
        const problem: Problem = {
          file: place.file,
          range: keyRange,
          message: `"${key}" is no name for a variable, so Ansible refuses the file.`,
          help: `Write "${key.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_')}", or another name of letters, digits and underscores.`,
        }
        yield problem
      }
    }
  },
})
