import { isDeepStrictEqual } from 'node:util'
import { toData } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { MAIN } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/overridden-variable',
  severity: 'warning',
  summary: 'another user file overrides the value of a variable',
  help: 'Ansible reads all user_*.yml in alphabetical order, and the last file that sets a variable replaces the whole value: mappings and lists are not merged. The other value never takes effect, although it looks as if it did. Set each variable in one file.',
  example: {
    bad: {
      ...MAIN,
      'user_variables.yml': 'nova_cpu_allocation_ratio: 4.0\n',
      'user_variables_compute.yml': 'nova_cpu_allocation_ratio: 2.0\n',
    },
    good: {
      ...MAIN,
      'user_variables.yml': 'debug: false\n',
      'user_variables_compute.yml': 'nova_cpu_allocation_ratio: 2.0\n',
    },
  },
  check({ variables }, report) {
    for (const [name, all] of variables.settings) {
      if (all.length < 2) continue
      const settings = all.filter(({ isExtra }) => isExtra)
      const last = settings.pop()
      for (const setting of settings) {
        if (!last || isDeepStrictEqual(toData(setting.entry.value), toData(last.entry.value))) continue
        report(
          setting,
          `This value of "${name}" has no effect: ${last.file}, line ${last.range.start.line}, overrides it.`,
          'Set the variable in one file only.',
        )
      }
    }
  },
})
