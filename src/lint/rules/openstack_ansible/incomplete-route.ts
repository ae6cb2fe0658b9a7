import { asMapping, asSequence, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/incomplete-route',
  severity: 'error',
  summary: 'a static route has no cidr or no gateway',
  help: 'Each entry of static_routes has a destination network (cidr) and a gateway. The inventory generator stops if one of them is missing.',
  example: {
    bad: EXAMPLE.replace('type: raw', 'type: raw\n        static_routes: [{ cidr: 10.0.0.0/8 }]'),
    good: EXAMPLE.replace(
      'type: raw',
      'type: raw\n        static_routes: [{ cidr: 10.0.0.0/8, gateway: 172.29.236.1 }]',
    ),
  },
  check({ providerNetworks }, report) {
    for (const { file, node } of providerNetworks ?? []) {
      for (const route of asSequence(childOf(node, 'static_routes'))?.items ?? []) {
        if (isUnknown(route)) continue
        const missing = ['cidr', 'gateway'].filter((key) => isNothing(childOf(asMapping(route), key)))
        if (missing.length === 0) continue
        report(
          { file, range: route.range },
          `The static route has no ${missing.join(' and no ')}.`,
          'Set both cidr and gateway, or remove the route.',
        )
      }
    }
  },
})
