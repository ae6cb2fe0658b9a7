import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { kollaInventories } from '../../readers/kolla_ansible/kolla-inventory.js'
import { bad } from './shared/inventory-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/renamed-group',
  severity: 'error',
  summary: 'the inventory has the group haproxy and not loadbalancer',
  help: 'The group haproxy is called loadbalancer since Xena. Without it, or when it is empty, `kolla-ansible prechecks` fails.',
  example: { bad: bad({ rename: { loadbalancer: 'haproxy' } }), good: bad({}) },
  *check(deployment) {
    const { values, release } = deployment
    if (values.bool('enable_loadbalancer') === false) return
    for (const inventory of kollaInventories(deployment)) {
      const old = inventory.groups.get('haproxy')
      if (!old || inventory.groups.has('loadbalancer')) continue
      yield {
        file: old.file,
        range: old.range,
        message: 'The group haproxy is called loadbalancer since Xena.',
        help: 'Rename it, here and wherever it is a child.',
        ...(release?.isSaid ? {} : { severity: 'warning' as const }),
      }
    }
  },
})
