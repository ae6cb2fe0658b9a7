import { defineRule } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/unknown-address-pool',
  severity: 'error',
  summary: 'ip_from_q names a network that is not in cidr_networks',
  help: 'The containers on a provider network get their addresses from the network of cidr_networks that ip_from_q names. The inventory generator stops if there is no such network.',
  example: { bad: EXAMPLE.replace('ip_from_q: management', 'ip_from_q: managment'), good: EXAMPLE },
  check({ networks, providerNetworks }, report) {
    if (networks.size === 0) return
    for (const network of providerNetworks ?? []) {
      const pool = option(network, 'ip_from_q')
      if (!pool?.text || networks.has(pool.text) || isUnknown(pool.node)) continue
      report(
        pool,
        `cidr_networks has no network "${pool.text}".`,
        didYouMean(pool.text, networks.keys(), `Use one of: ${[...networks.keys()].join(', ')}.`),
      )
    }
  },
})
