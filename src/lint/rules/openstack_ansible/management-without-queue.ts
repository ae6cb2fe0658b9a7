import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isManagement, nameOf, option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/management-without-queue',
  severity: 'error',
  summary: 'the management network has no addresses to give',
  help: 'Containers on a provider network with is_management_address get the address by which Ansible reaches them out of the network that ip_from_q names. Without ip_from_q the inventory generator stops with a bare KeyError.',
  example: { bad: EXAMPLE.replace(/ *ip_from_q.*\n/, ''), good: EXAMPLE },
  check({ networks, providerNetworks, noContainers }, report) {
    if (networks.size === 0) return
    for (const network of providerNetworks ?? []) {
      if (noContainers || isManagement(network) !== true || option(network, 'ip_from_q')) continue
      report(
        { file: network.file, range: network.keyRange },
        `${nameOf(network)} carries management addresses and has no ip_from_q.`,
        'Add ip_from_q with the name of its network in cidr_networks.',
      )
    }
  },
})
