import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/merged-inventory.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { withInventory } from './shared/example.js'

const CLUSTERS = [
  ['mariadb', 'database'],
  ['rabbitmq', 'message queue'],
] as const

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/even-cluster-size',
  severity: 'warning',
  summary: 'the database or message queue cluster has an even number of members',
  help: 'MariaDB and RabbitMQ keep working as long as more than half of their members are connected. When a network failure splits two or four members in half, neither half has a majority and both stop: a cluster of two is less available than a single server. Use one, three or five hosts.',
  example: { bad: withInventory({ control: ['c1', 'c2'] }), good: withInventory() },
  check({ inventories }, report) {
    for (const inventory of inventories) {
      for (const [name, cluster] of CLUSTERS) {
        const count = hostsOf(inventory, name).size
        if (count === 0 || count % 2 === 1) continue
        const isControl = hostsOf(inventory, 'control').size === count
        const group = inventory.groups.get(isControl ? 'control' : name)
        if (!group) continue
        report(
          group,
          `The ${cluster} cluster has ${count} members: when the network splits it in half, both halves stop.`,
          'Use an odd number of hosts, for example three.',
        )
        break
      }
    }
  },
})
