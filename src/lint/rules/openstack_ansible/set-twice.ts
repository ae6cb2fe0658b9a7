import { isDeepStrictEqual } from 'node:util'
import { toData } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { EXAMPLE } from './shared/example.js'
import { USER_VARIABLES } from './shared/variable-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/set-twice',
  severity: 'warning',
  summary: 'a variable has different values in two user files',
  help: 'All user_*.yml are handed to Ansible in alphabetical order, and the last one that sets a variable wins as a whole: mappings and lists are not merged. The other value never counts, though it looks as if it did. Keep each variable in one file.',
  example: {
    bad: {
      'openstack_user_config.yml': EXAMPLE,
      [USER_VARIABLES]: 'nova_cpu_allocation_ratio: 4.0\n',
      'user_variables_compute.yml': 'nova_cpu_allocation_ratio: 2.0\n',
    },
    good: {
      'openstack_user_config.yml': EXAMPLE,
      [USER_VARIABLES]: 'debug: false\n',
      'user_variables_compute.yml': 'nova_cpu_allocation_ratio: 2.0\n',
    },
  },
  check({ variables }, report) {
    for (const [name, all] of variables.settings) {
      if (all.length < 2) continue
      const settings = all.filter(({ isExtra }) => isExtra)
      const last = settings.at(-1)
      if (!last || settings.length < 2) continue
      for (const { file, entry } of settings.slice(0, -1)) {
        if (isDeepStrictEqual(toData(entry.value), toData(last.entry.value))) continue
        report(
          { file, range: entry.keyRange },
          `This value of "${name}" is lost: ${last.file}, line ${last.entry.keyRange.start.line}, is read later.`,
          'Keep the variable in one file.',
        )
      }
    }
  },
})
