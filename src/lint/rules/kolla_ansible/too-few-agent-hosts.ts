import { defineRule } from '../../engine/rule.js'
import { hostsOf } from '../../readers/ansible/inventory.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { kollaInventories } from '../../readers/kolla_ansible/kolla-inventory.js'
import { atValue, ownSetting } from '../../readers/kolla_ansible/problem.js'
import { EXAMPLE, withFiles } from './shared/example.js'
import { inventoryExample } from './shared/inventory-example.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/too-few-agent-hosts',
  severity: 'error',
  summary: 'highly available network agents have one host',
  help: 'enable_neutron_agent_ha runs each router and each DHCP server on two hosts, and `kolla-ansible prechecks` fails when the groups neutron-l3-agent and neutron-dhcp-agent have fewer.',
  example: {
    bad: withFiles(
      { 'etc/kolla/multinode': inventoryExample({ network: ['n1'] }) },
      `${EXAMPLE}enable_neutron_agent_ha: true\n`,
    ),
    good: withFiles(
      { 'etc/kolla/multinode': inventoryExample({ network: ['n1', 'n2'] }) },
      `${EXAMPLE}enable_neutron_agent_ha: true\n`,
    ),
  },
  *check(deployment) {
    const setting = ownSetting(deployment, 'enable_neutron_agent_ha')
    const { values } = deployment
    if (
      !setting ||
      values.bool('enable_neutron_agent_ha') !== true ||
      values.bool('enable_neutron') === false
    )
      return
    for (const inventory of kollaInventories(deployment)) {
      const few = ['neutron-dhcp-agent', 'neutron-l3-agent'].find(
        (group) => inventory.groups.has(group) && hostsOf(inventory, group).size < 2,
      )
      if (few === undefined) continue
      const count = hostsOf(inventory, few).size
      yield atValue(
        setting,
        `Highly available network agents need two hosts, and ${few} in ${inventory.path} has ${count}.`,
        'Add a host to the group network, or set enable_neutron_agent_ha to no.',
      )
      return
    }
  },
})
