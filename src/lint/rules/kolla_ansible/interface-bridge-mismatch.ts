import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'
import { listOf } from './shared/network-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/interface-bridge-mismatch',
  severity: 'error',
  summary: 'there are more external interfaces than bridges, or fewer',
  help: 'neutron_external_interface and neutron_bridge_name are lists that belong together, entry by entry. Of lists of different lengths the rest is lost or the bridge is made with a port that does not exist; since 2026.1 `kolla-ansible prechecks` fails.',
  example: {
    bad: EXAMPLE.replace('interface: eth1', 'interface: eth1,eth2\nneutron_bridge_name: br-ex1'),
    good: EXAMPLE.replace('interface: eth1', 'interface: eth1,eth2\nneutron_bridge_name: br-ex1,br-ex2'),
  },
  *check(deployment) {
    const { values } = deployment
    const setting = ownSetting(deployment, 'neutron_bridge_name', 'neutron_external_interface')
    const interfaces = listOf(values.text('neutron_external_interface'))
    const bridges = listOf(values.text('neutron_bridge_name'))
    if (!setting || !interfaces || !bridges || interfaces.length === bridges.length) return
    yield atValue(
      setting,
      `There are ${interfaces.length} external interfaces (${interfaces.join(', ')}) and ${bridges.length} bridges (${bridges.join(', ')}).`,
      'Name as many bridges in neutron_bridge_name as there are interfaces in neutron_external_interface.',
    )
  },
})
