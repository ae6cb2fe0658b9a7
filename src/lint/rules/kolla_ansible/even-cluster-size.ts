import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/inventory.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { kollaInventories } from '../../readers/kolla_ansible/kolla-inventory.js'
import { bad, placeOf } from './shared/inventory-rules.js'

const CLUSTERS: readonly (readonly [group: string, what: string])[] = [
  ['mariadb', 'database'],
  ['rabbitmq', 'message queue'],
]

export default defineRule<Deployment>({
  id: 'kolla_ansible/even-cluster-size',
  severity: 'warning',
  summary: 'the database or the message queue has an even number of members',
  help: 'MariaDB and RabbitMQ go on as long as more than half of their members see each other. With two members, or four, a cut in the middle leaves no half that may go on: two members survive less than one does. Use one, three or five hosts.',
  example: { bad: bad({ control: ['c1', 'c2'] }), good: bad({ control: ['c1', 'c2', 'c3'] }) },
  *check(deployment) {
    for (const inventory of kollaInventories(deployment)) {
      for (const [group, what] of CLUSTERS) {
        const count = hostsOf(inventory, group).size
        if (count === 0 || count % 2 === 1) continue
        yield {
          ...placeOf(inventory, hostsOf(inventory, 'control').size === count ? 'control' : group),
          message: `The ${what} has ${count} members: when they lose sight of each other, none of the halves goes on.`,
          help: 'Use an odd number of hosts, for example three.',
        }
        break
      }
    }
  },
})
