import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { listed } from '../../readers/openstack_ansible/env-d.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/hosts-in-parent-group',
  severity: 'error',
  summary: 'a group that consists of other groups has hosts',
  help: 'A group of the inventory contains either hosts or other groups. The inventory generator stops if a group of groups (hosts, all_containers, or one to which env.d adds groups) also has hosts. Put the hosts in one of the groups below it.',
  example: { bad: EXAMPLE.replace('compute_hosts:', 'hosts:'), good: EXAMPLE },
  check({ groups, known, envD, isComplete }, report) {
    if (!isComplete) return
    const children = new Map(
      envD.entries.flatMap(({ skeleton, name, entry }) =>
        skeleton === 'physical_skel'
          ? listed(entry.value, 'belongs_to').map((parent) => [parent, name] as const)
          : [],
      ),
    )
    for (const group of groups) {
      const child = children.get(group.name)
      if (!child && !known.parents.has(group.name)) continue
      report(
        group,
        `The group "${group.key}" consists of other groups${child ? `, for instance "${child}"` : ''}, and cannot have hosts.`,
        'Put the hosts in one of the groups below it.',
      )
    }
  },
})
