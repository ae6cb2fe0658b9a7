import { nearest } from '../../../platform/nearest.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/unknown-queue',
  severity: 'error',
  summary: 'ip_from_q names a network that cidr_networks does not have',
  help: 'A provider network takes the addresses of its containers from the network that ip_from_q names; the inventory generator stops when there is none of that name.',
  example: { bad: EXAMPLE.replace('ip_from_q: management', 'ip_from_q: managment'), good: EXAMPLE },
  check({ networks, providerNetworks }, report) {
    if (networks.size === 0) return
    for (const network of providerNetworks ?? []) {
      const queue = option(network, 'ip_from_q')
      if (!queue?.text || networks.has(queue.text) || isUnknown(queue.node)) continue
      const near = nearest(queue.text, networks.keys())
      report(
        queue,
        `There is no network "${queue.text}" in cidr_networks.`,
        near ? `Did you mean "${near}"?` : `It has: ${[...networks.keys()].join(', ')}.`,
      )
    }
  },
})
