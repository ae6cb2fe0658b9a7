import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { listOf } from './shared/network-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/shared-interface',
  severity: 'warning',
  summary: "the provider network takes the host's own interface",
  help: 'kolla-ansible plugs neutron_external_interface into the external bridge. An interface in a bridge loses its address: when it is also the network_interface, the hosts cannot be reached anymore as soon as Open vSwitch starts. Use an interface without an address, for instance one end of a veth pair.',
  example: {
    bad: EXAMPLE.replace('neutron_external_interface: eth1', 'neutron_external_interface: eth0'),
    good: EXAMPLE,
  },
  *check(deployment) {
    const { values } = deployment
    const setting = ownSetting(deployment, 'neutron_external_interface', 'network_interface')
    const external = listOf(values.text('neutron_external_interface'))
    const own = values.text('network_interface')
    if (!setting || !own || !external?.includes(own) || values.bool('enable_neutron') === false) return
    yield atValue(
      setting,
      `The interface "${own}" is both network_interface and neutron_external_interface.`,
      'Give neutron_external_interface an interface that carries no address of the host.',
    )
  },
})
