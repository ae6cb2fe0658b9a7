import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'
import { managementNetworks } from './shared/network-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/no-management-network',
  severity: 'error',
  summary: 'no network is the management network',
  help: 'The inventory generator needs to know the network over which Ansible reaches containers: the one in cidr_networks that is called management (container in older releases), or those from which a provider network with is_management_address takes its addresses. It stops when there is none.',
  example: {
    bad: EXAMPLE.replace('  management:', '  mgmt:')
      .replace('from_q: management', 'from_q: mgmt')
      .replace(/ *(management_bridge|is_management_address).*\n/g, ''),
    good: EXAMPLE.replace('  management:', '  mgmt:').replace('from_q: management', 'from_q: mgmt'),
  },
  check(deployment, report) {
    const { isWhole, networks, isTemplated, overrides } = deployment
    const anywhere = isTemplated || [...networks.values()].some(({ node }) => isUnknown(node))
    if (
      !isWhole ||
      networks.size === 0 ||
      anywhere ||
      isUnknown(overrides.get('provider_networks')?.entry.value)
    )
      return
    if (managementNetworks(deployment).size > 0) return
    const [first] = networks.values()
    if (!first) return
    report(
      first,
      `None of the networks in cidr_networks is for management: ${[...networks.keys()].join(', ')}.`,
      'Call one of them "management", or set is_management_address: true on the provider network that takes addresses from it.',
    )
  },
})
