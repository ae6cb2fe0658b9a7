import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/interface-bridge-mismatch',
  severity: 'error',
  summary: 'the number of external interfaces differs from the number of bridges',
  help: 'kolla-ansible pairs the entries of neutron_external_interface with those of neutron_bridge_name. When one list is longer, the surplus interfaces are ignored, or a bridge is created with a port that does not exist. Since 2026.1, `kolla-ansible prechecks` fails.',
  example: {
    bad: EXAMPLE.replace('interface: eth1', 'interface: eth1,eth2\nneutron_bridge_name: br-ex1'),
    good: EXAMPLE.replace('interface: eth1', 'interface: eth1,eth2\nneutron_bridge_name: br-ex1,br-ex2'),
  },
  check({ values, ownSetting }, report) {
    const setting = ownSetting('neutron_bridge_name', 'neutron_external_interface')
    const interfaces = values.list('neutron_external_interface')
    const bridges = values.list('neutron_bridge_name')
    if (!setting || !interfaces || !bridges || interfaces.length === bridges.length) return
    report(
      setting,
      `The number of external interfaces, ${interfaces.length} (${interfaces.join(', ')}), differs from the number of bridges, ${bridges.length} (${bridges.join(', ')}).`,
      'List one bridge in neutron_bridge_name for each interface in neutron_external_interface.',
    )
  },
})
