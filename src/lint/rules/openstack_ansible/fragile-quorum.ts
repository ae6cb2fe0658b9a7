import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { clusterOf, hostsIn } from '../../readers/openstack_ansible/inventory.js'
import { WITH_CLUSTER } from './shared/example.js'

/** Clusters that stop without a majority of their members. */
const CLUSTERS = [
  { container: 'galera_container', name: 'Galera' },
  { container: 'rabbit_mq_container', name: 'RabbitMQ' },
] as const

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/fragile-quorum',
  severity: 'warning',
  summary: 'the size of a cluster makes its quorum fragile',
  help: 'Galera and RabbitMQ only work while more than half of their members are up. With two members, the failure of either one stops the cloud; four members survive no more failures than three. Deploy three or five. A single member is only reported if there are at least three compute hosts.',
  example: {
    bad: WITH_CLUSTER.replace(/ {2}infra3.*\n/g, ''),
    good: WITH_CLUSTER,
  },
  check(config, report) {
    const { groups, isComplete, isTemplated } = config
    if (!isComplete || isTemplated) return
    const isLarge = hostsIn(groups, 'compute_hosts').size >= 3
    const seen = new Set<string>()
    for (const { container, name } of CLUSTERS) {
      const cluster = clusterOf(config, container)
      const group = groups.find(({ hosts }) =>
        hosts.some((host) => cluster.hosts.has(host.name) && cluster.groups.has(host.group)),
      )
      const why = whyFragile(cluster.size, isLarge)
      if (!group || !why || seen.has(group.name)) continue
      seen.add(group.name)
      report(group, `${name} has ${why}.`, 'Deploy an odd number of members, at least three.')
    }
  },
})

function whyFragile(size: number, isLarge: boolean): string | undefined {
  if (size === 0 || (size % 2 === 1 && !(size === 1 && isLarge))) return undefined
  if (size === 1) return 'a single member, which no other replaces when it fails'
  if (size === 2) return '2 members, and stops when either of them fails'
  return `${size} members, and survives no more failures than with ${size - 1}`
}
