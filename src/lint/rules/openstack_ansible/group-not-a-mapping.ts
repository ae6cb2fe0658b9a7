import { asMapping } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/group-not-a-mapping',
  severity: 'error',
  summary: 'a group of hosts is not a mapping',
  help: 'Every key that ends in hosts must map the names of hosts to their settings. If such a group has no value, or is a list, the inventory generator stops with an AttributeError. Write {} for a group without hosts, or remove it.',
  example: { bad: `${EXAMPLE}image_hosts:\n`, good: `${EXAMPLE}image_hosts: {}\n` },
  check({ groups, isComplete }, report) {
    for (const group of groups) {
      const { key, name, value } = group
      if (!isComplete || !name.endsWith('hosts') || asMapping(value) || isUnknown(value)) continue
      if (isNothing(value)) {
        report(group, `The group "${key}" has no value.`, `Add its hosts, write "${key}: {}", or remove it.`)
      } else {
        report(
          group,
          `The group "${key}" is not a mapping of hosts.`,
          'Write each host as a key, with its ip below it.',
        )
      }
    }
  },
})
