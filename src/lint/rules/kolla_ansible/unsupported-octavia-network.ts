import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

const OCTAVIA = `${EXAMPLE}enable_octavia: true\nenable_octavia_jobboard: false\nneutron_plugin_agent: ovn\n`

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/unsupported-octavia-network',
  severity: 'error',
  summary: "Octavia's network type does not work with the network plugin",
  help: 'With octavia_network_type `tenant`, kolla-ansible creates the management network of the load balancers as a project network and connects the controllers to it. This works only with Open vSwitch; `kolla-ansible prechecks` fails with any other plugin. Use a provider network, or set octavia_auto_configure to no and create the network yourself.',
  example: {
    bad: `${OCTAVIA}octavia_network_type: tenant\n`,
    good: `${OCTAVIA}octavia_network_type: provider\n`,
  },
  check({ values, ownSetting }, report) {
    const setting = ownSetting('octavia_network_type', 'neutron_plugin_agent', 'enable_octavia')
    if (!setting || values.bool('enable_octavia') !== true || values.bool('octavia_auto_configure') !== true)
      return
    const plugin = values.text('neutron_plugin_agent')
    if (values.text('octavia_network_type') !== 'tenant' || plugin === undefined || plugin === 'openvswitch')
      return
    report(
      setting,
      `octavia_network_type "tenant" works only with Open vSwitch, but neutron_plugin_agent is "${plugin}".`,
      'Set octavia_network_type to provider, or octavia_auto_configure to no.',
    )
  },
})
