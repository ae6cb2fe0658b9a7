import { asMapping } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/empty-group',
  severity: 'error',
  summary: 'a group of hosts is no mapping',
  help: 'Every key that ends in hosts maps the names of hosts to what is said of them. The inventory generator stops with a bare AttributeError when such a group has no value, or is a list. Write {} for a group without hosts, or remove it.',
  example: { bad: `${EXAMPLE}image_hosts:\n`, good: `${EXAMPLE}image_hosts: {}\n` },
  check({ groups, isWhole }, report) {
    for (const { key, name, value, file, keyRange } of groups) {
      if (!isWhole || !name.endsWith('hosts') || asMapping(value) || isUnknown(value)) continue
      report(
        { file, range: keyRange },
        isNothing(value) ? `The group "${key}" has no value.` : `The group "${key}" is no mapping of hosts.`,
        isNothing(value)
          ? `Add its hosts, write  ${key}: {}  or remove it.`
          : 'Write each host as a key, with its ip below it.',
      )
    }
  },
})
