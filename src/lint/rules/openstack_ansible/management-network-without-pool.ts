import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isManagement, nameOf, option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/management-network-without-pool',
  severity: 'error',
  summary: 'the management network has no address pool',
  help: 'Ansible reaches containers by their addresses on the provider network with is_management_address. They get these addresses from the network of cidr_networks that ip_from_q names. Without ip_from_q, the inventory generator stops with a KeyError.',
  example: { bad: EXAMPLE.replace(/ *ip_from_q.*\n/, ''), good: EXAMPLE },
  check({ networks, providerNetworks, noContainers }, report) {
    if (networks.size === 0 || noContainers) return
    for (const network of providerNetworks ?? []) {
      if (isManagement(network) !== true || option(network, 'ip_from_q')) continue
      report(
        network,
        `${nameOf(network)} is the management network but has no ip_from_q.`,
        'Add ip_from_q with the name of its network in cidr_networks.',
      )
    }
  },
})
