import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { withInventory } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/renamed-group',
  severity: 'error',
  summary: 'the inventory has the group haproxy instead of loadbalancer',
  help: 'Xena renamed the group haproxy to loadbalancer. When loadbalancer is missing or empty, `kolla-ansible prechecks` fails.',
  example: { bad: withInventory({ rename: { loadbalancer: 'haproxy' } }), good: withInventory() },
  check({ values, release, inventories }, report) {
    if (values.bool('enable_loadbalancer') === false) return
    for (const { groups } of inventories) {
      const old = groups.get('haproxy')
      if (!old || groups.has('loadbalancer')) continue
      report(
        old,
        'The group haproxy was renamed to loadbalancer in Xena.',
        'Rename it here and wherever it is a child group.',
        release?.isAssumed ? 'warning' : undefined,
      )
    }
  },
})
