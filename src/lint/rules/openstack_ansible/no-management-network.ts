import { defineRule } from '../../engine/rule.js'
import { managementNetworks } from '../../readers/openstack_ansible/address-pools.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isUnknown } from '../../readers/openstack_ansible/placed.js'
import { EXAMPLE } from './shared/example.js'

const OTHER_NAME = EXAMPLE.replace('  management:', '  mgmt:').replace('from_q: management', 'from_q: mgmt')

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/no-management-network',
  severity: 'error',
  summary: 'none of the networks is the management network',
  help: 'The inventory generator must know the network over which Ansible reaches containers: the one in cidr_networks named management (container in older releases), or those from which a provider network with is_management_address gets its addresses. It stops if there is none.',
  example: {
    bad: OTHER_NAME.replace(/ *(management_bridge|is_management_address).*\n/g, ''),
    good: OTHER_NAME,
  },
  check(config, report) {
    const { isComplete, networks, isTemplated, overrides } = config
    const [first] = networks.values()
    if (!first || !isComplete || isTemplated || managementNetworks(config).size > 0) return
    const values = [...networks.values()].map(({ node }) => node)
    if ([...values, overrides.get('provider_networks')?.entry.value].some(isUnknown)) return
    report(
      first,
      `None of the networks in cidr_networks is the management network: ${[...networks.keys()].join(', ')}.`,
      'Name one of them "management", or set is_management_address: true on the provider network that uses it.',
    )
  },
})
