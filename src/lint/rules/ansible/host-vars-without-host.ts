import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, misnamed } from './shared/vars-file-rules.js'

export default defineRule<Project>({
  id: 'ansible/host-vars-without-host',
  severity: 'warning',
  summary: 'host_vars has a name that looks like a misspelled host',
  help: 'Variables in host_vars/<name> are for the host <name>. When no inventory has the host, Ansible passes the file by without a word. It is reported when a host with a similar name has no variables of its own.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'inventory/host_vars/ctrl1.yml': 'rack: a\n' },
    good: { 'inventory/hosts': INVENTORY, 'inventory/host_vars/ctl1.yml': 'rack: a\n' },
  },
  check: (project) =>
    misnamed(
      project,
      'host_vars',
      ({ hosts }) => hosts.keys(),
      (name, near) => ({
        message: `No inventory has a host "${name}", so Ansible reads these variables for nobody.`,
        help: `Did you mean "${near}"?`,
      }),
    ),
})
