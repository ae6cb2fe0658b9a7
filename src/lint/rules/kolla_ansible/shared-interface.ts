import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/shared-interface',
  severity: 'warning',
  summary: 'the provider network uses the management interface of the hosts',
  help: 'kolla-ansible adds neutron_external_interface to the external bridge, and an interface in a bridge loses its address. If it is also the network_interface, the hosts become unreachable as soon as Open vSwitch starts. Use an interface without an address, for example one end of a veth pair.',
  example: {
    bad: EXAMPLE.replace('neutron_external_interface: eth1', 'neutron_external_interface: eth0'),
    good: EXAMPLE,
  },
  check({ values, ownSetting }, report) {
    const setting = ownSetting('neutron_external_interface', 'network_interface')
    const own = values.text('network_interface')
    if (!setting || !own || !values.list('neutron_external_interface')?.includes(own)) return
    if (values.bool('enable_neutron') === false) return
    report(
      setting,
      `The interface "${own}" is both network_interface and neutron_external_interface.`,
      'Set neutron_external_interface to an interface without an address.',
    )
  },
})
