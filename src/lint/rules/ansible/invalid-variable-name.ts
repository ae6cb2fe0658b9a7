import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { PLAY } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/invalid-variable-name',
  severity: 'error',
  summary: 'a variable of a play, block, role or task has an invalid name',
  help: 'Below vars of a play, a block, a role or a task, the name of a variable consists of letters, digits and underscores and does not start with a digit. Otherwise Ansible rejects the playbook.',
  example: {
    bad: PLAY.replace('  tasks:', '  vars:\n    keystone-port: 5000\n  tasks:'),
    good: PLAY.replace('  tasks:', '  vars:\n    keystone_port: 5000\n  tasks:'),
  },
  check({ vars }, report) {
    for (const { file, mapping } of vars.filter(({ isStrict }) => isStrict)) {
      for (const { key, keyRange: range } of mapping.entries) {
        if (key === '<<' || isTemplatedValue(key) || /^[A-Za-z_]\w*$/.test(key)) continue
        report(
          { file, range },
          `"${key}" is not a valid name of a variable, so Ansible rejects the file.`,
          `Write "${key.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_')}", or another name of letters, digits and underscores.`,
        )
      }
    }
  },
})
