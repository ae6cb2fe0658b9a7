import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { isManagement, option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/management-network-not-flagged',
  severity: 'error',
  summary: 'the provider network on the management bridge is not flagged as the management network',
  help: 'A provider network on the management_bridge must have is_management_address: true (is_container_address in older releases), because Ansible reaches containers through it. Otherwise the inventory generator stops.',
  example: { bad: EXAMPLE.replace(/ *is_management_address.*\n/, ''), good: EXAMPLE },
  check({ overrides, noContainers, providerNetworks, isComplete }, report) {
    const bridge = overrides.get('management_bridge')?.entry.value
    if (noContainers || !isComplete || isUnknown(bridge)) return
    const management = isNothing(bridge) ? undefined : asScalar(bridge)?.text
    for (const network of providerNetworks ?? []) {
      const own = option(network, 'container_bridge')
      if (own?.text !== management || isManagement(network) !== false) continue
      if (own) {
        report(
          own,
          `The provider network on the management bridge "${own.text}" has no is_management_address: true.`,
          'Add is_management_address: true.',
        )
      } else {
        report(
          network,
          'Without a management_bridge, a provider network without container_bridge counts as the management network.',
          'Add management_bridge to global_overrides.',
        )
      }
    }
  },
})
