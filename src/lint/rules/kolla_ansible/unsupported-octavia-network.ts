import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE } from './shared/example.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/unsupported-octavia-network',
  severity: 'error',
  summary: "Octavia's own network needs a plugin that the cloud does not have",
  help: 'With octavia_network_type `tenant` kolla-ansible makes the management network of the load balancers as a project network and plugs the controllers into it; it can do so with Open vSwitch alone, and `kolla-ansible prechecks` fails with any other plugin. Use a provider network, or switch octavia_auto_configure off and make the network by hand.',
  example: {
    bad: `${EXAMPLE}enable_octavia: true\nenable_octavia_jobboard: false\nneutron_plugin_agent: ovn\noctavia_network_type: tenant\n`,
    good: `${EXAMPLE}enable_octavia: true\nenable_octavia_jobboard: false\nneutron_plugin_agent: ovn\noctavia_network_type: provider\n`,
  },
  *check(deployment) {
    const { values } = deployment
    const setting = ownSetting(deployment, 'octavia_network_type', 'neutron_plugin_agent', 'enable_octavia')
    const plugin = values.text('neutron_plugin_agent')
    if (!setting || values.bool('enable_octavia') !== true || values.bool('octavia_auto_configure') !== true)
      return
    if (values.text('octavia_network_type') !== 'tenant' || plugin === undefined || plugin === 'openvswitch')
      return
    yield atValue(
      setting,
      `The octavia_network_type "tenant" works with Open vSwitch alone, and neutron_plugin_agent is "${plugin}".`,
      'Set octavia_network_type to provider, or octavia_auto_configure to no.',
    )
  },
})
