import { declaredRule } from '../../engine/declared.js'
import { keyUses } from '../../readers/openstack_ansible/uses.js'
import { WITH_VLAN } from './shared/example.js'

export default declaredRule({
  id: 'openstack_ansible/unknown-provider-network-option',
  severity: 'error',
  summary: 'an option of a provider network is misspelled',
  help: 'openstack-ansible ignores unknown options of a provider network without a message, and configures the network without them.',
  example: {
    bad: WITH_VLAN.replace(
      'container_type: veth\n        container_interface: eth11',
      'container_typ: veth\n        container_interface: eth11',
    ),
    good: WITH_VLAN,
  },
  uses: keyUses,
  reports: 'misspelled',
  describe: ({ where, key, meant }) => {
    const help = `Did you mean "${meant}"?`
    if (where === 'network') return { message: `A provider network does not have an option "${key}".`, help }
    if (where !== 'provider_networks') return undefined
    return { message: `openstack-ansible ignores the key "${key}" in provider_networks.`, help }
  },
})
