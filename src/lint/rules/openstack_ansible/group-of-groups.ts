import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { listed } from '../../readers/openstack_ansible/environment.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/group-of-groups',
  severity: 'error',
  summary: 'hosts stand under a group that consists of groups',
  help: 'A group of the inventory has either hosts or other groups in it, and the inventory generator stops when a group of groups (hosts, all_containers, or one that env.d puts others into) is given hosts as well. Put the hosts into one of the groups below it.',
  example: { bad: EXAMPLE.replace('compute_hosts:', 'hosts:'), good: EXAMPLE },
  check({ groups, known, environment, isWhole }, report) {
    const own = environment.entries.flatMap(({ skeleton, name, entry }) =>
      skeleton === 'physical_skel'
        ? listed(entry.value, 'belongs_to').map((parent) => [parent, name] as const)
        : [],
    )
    const children = new Map(own)
    for (const { key, name, file, keyRange } of groups) {
      if (!isWhole || !(known.parents.has(name) || children.has(name))) continue
      const child = children.get(name)
      report(
        { file, range: keyRange },
        `The group "${key}" consists of other groups${child ? `, for instance "${child}"` : ''}, and cannot have hosts.`,
        'Put the hosts under one of the groups in it.',
      )
    }
  },
})
