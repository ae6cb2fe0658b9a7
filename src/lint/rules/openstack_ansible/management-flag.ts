import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { isNothing, isUnknown } from '../../readers/openstack_ansible/placed.js'
import { isManagement, option } from '../../readers/openstack_ansible/provider-network.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/management-flag',
  severity: 'error',
  summary: 'the management network does not say that it is one',
  help: 'A provider network on the management_bridge must have is_management_address: true (is_container_address in older releases), since Ansible reaches containers by it; the inventory generator stops otherwise.',
  example: { bad: EXAMPLE.replace(/ *is_management_address.*\n/, ''), good: EXAMPLE },
  check({ overrides, noContainers, providerNetworks, isWhole }, report) {
    const bridge = overrides.get('management_bridge')?.entry.value
    if (noContainers || !isWhole || isUnknown(bridge)) return
    const management = isNothing(bridge) ? undefined : asScalar(bridge)?.text
    for (const network of providerNetworks ?? []) {
      const own = option(network, 'container_bridge')
      if (own?.text !== management || isManagement(network) !== false) continue
      report(
        { file: network.file, range: own?.range ?? network.keyRange },
        own
          ? `The provider network on the management bridge "${own.text}" has no is_management_address: true.`
          : 'A provider network without container_bridge counts as the one on the management bridge when there is no management_bridge.',
        own ? 'Add is_management_address: true.' : 'Add management_bridge to global_overrides.',
      )
    }
  },
})
