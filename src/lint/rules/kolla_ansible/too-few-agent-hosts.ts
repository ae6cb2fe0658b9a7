import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/merged-inventory.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE, withInventory } from './shared/example.js'

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/too-few-agent-hosts',
  severity: 'error',
  summary: 'highly available network agents have only one host',
  help: 'With enable_neutron_agent_ha, Neutron runs every router and every DHCP server on two hosts. `kolla-ansible prechecks` fails when the group neutron-l3-agent or neutron-dhcp-agent has fewer hosts.',
  example: {
    bad: withInventory({ network: ['n1'] }, `${EXAMPLE}enable_neutron_agent_ha: true\n`),
    good: withInventory({ network: ['n1', 'n2'] }, `${EXAMPLE}enable_neutron_agent_ha: true\n`),
  },
  check({ values, inventories, ownSetting }, report) {
    const setting = ownSetting('enable_neutron_agent_ha')
    if (
      !setting ||
      values.bool('enable_neutron_agent_ha') !== true ||
      values.bool('enable_neutron') === false
    )
      return
    for (const inventory of inventories) {
      const group = ['neutron-dhcp-agent', 'neutron-l3-agent'].find(
        (name) => inventory.groups.has(name) && hostsOf(inventory, name).size < 2,
      )
      if (group === undefined) continue
      report(
        setting,
        `Highly available network agents need two hosts, but the group ${group} in ${inventory.path} has ${hostsOf(inventory, group).size}.`,
        'Add a host to the group network, or set enable_neutron_agent_ha to no.',
      )
      return
    }
  },
})
