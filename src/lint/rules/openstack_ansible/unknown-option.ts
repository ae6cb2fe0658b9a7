import { asSequence, entriesOf } from '../../../yaml/tree.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { misspelledKey } from '../../readers/openstack_ansible/names.js'
import { optionsOf } from '../../readers/openstack_ansible/provider-network.js'
import { WITH_VLAN } from './shared/example.js'

const OPTIONS = [
  ...[
    'type',
    'net_name',
    'range',
    'group_binds',
    'reference_group',
    'static_routes',
    'gateway',
    'address_prefix',
  ],
  ...['ip_from_q', 'is_management_address', 'is_container_address', 'is_ssh_address', 'host_bind_override'],
  ...['container_bridge', 'container_bridge_type', 'container_interface', 'container_type', 'container_mtu'],
  ...['network_interface', 'network_bond_interfaces', 'bond_mode', 'bond_updelay', 'bond_downdelay', 'lacp'],
  'sriov_host_interfaces',
]

export default defineRule<Deployment>({
  id: 'openstack_ansible/unknown-option',
  severity: 'error',
  summary: 'an option of a provider network is misspelled',
  help: 'openstack-ansible leaves out an option of a provider network that it does not know, without a word, and the network is set up without it.',
  example: {
    bad: WITH_VLAN.replace(
      'container_type: veth\n        container_interface: eth11',
      'container_typ: veth\n        container_interface: eth11',
    ),
    good: WITH_VLAN,
  },
  *check({ providerNetworks, overrides }) {
    for (const network of providerNetworks ?? []) {
      for (const { key, keyRange } of optionsOf(network)) {
        const near = misspelledKey(key, OPTIONS)
        if (near) yield unknown(network.file, keyRange, `A provider network has no option "${key}".`, near)
      }
    }
    const list = overrides.get('provider_networks')
    for (const item of asSequence(list?.entry.value)?.items ?? []) {
      for (const { key, keyRange } of entriesOf(item)) {
        const near = misspelledKey(key, ['network'])
        if (near && list)
          yield unknown(list.file, keyRange, `The entry "${key}" of provider_networks is left out.`, near)
      }
    }
  },
})

function unknown(file: string, range: Problem['range'], message: string, near: string): Problem {
  return { file, range, message, help: `Did you mean "${near}"?` }
}
