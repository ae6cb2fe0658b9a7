import { isBefore } from '../../../../openstack/releases.js'
import type { Rule } from '../../../engine/rule.js'
import type { Deployment } from '../../../readers/kolla_ansible/deployment.js'
import { EXAMPLE } from './example.js'
import { atValue, ownSetting } from '../../../readers/kolla_ansible/problem.js'

function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.replaceAll(' ', '')
    .split(',')
    .filter((part) => part !== '')
}

export const sharedInterface: Rule<Deployment> = {
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
}

export const bridgeCount: Rule<Deployment> = {
  id: 'kolla_ansible/bridge-count',
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
}

export const tenantNetworkTypes: Rule<Deployment> = {
  id: 'kolla_ansible/tenant-network-types',
  severity: 'error',
  summary: 'a type of project networks has no driver',
  help: 'Every type in neutron_tenant_network_types has to be among neutron_type_drivers: Neutron cannot make a network of a type that it has no driver for, and `kolla-ansible prechecks` fails.',
  example: {
    bad: `${EXAMPLE}neutron_type_drivers: flat,vlan\nneutron_tenant_network_types: vxlan\n`,
    good: `${EXAMPLE}neutron_type_drivers: flat,vlan,vxlan\nneutron_tenant_network_types: vxlan\n`,
  },
  *check(deployment) {
    const { values } = deployment
    const setting = ownSetting(deployment, 'neutron_tenant_network_types', 'neutron_type_drivers')
    const types = listOf(values.text('neutron_tenant_network_types'))
    const drivers = listOf(values.text('neutron_type_drivers'))
    const missing = drivers && types?.find((type) => !drivers.includes(type))
    if (!setting || missing === undefined) return
    yield atValue(
      setting,
      `The type "${missing}" of project networks is not among the type drivers (${drivers?.join(', ')}).`,
      `Add "${missing}" to neutron_type_drivers, or take it out of neutron_tenant_network_types.`,
    )
  },
}

export const neutronDnsDomain: Rule<Deployment> = {
  id: 'kolla_ansible/neutron-dns-domain',
  severity: 'error',
  summary: 'neutron_dns_domain does not end with a period',
  help: "With DNS integration, which comes with enable_designate, Neutron publishes names below neutron_dns_domain. It has to be a domain of one's own and end with a period; `kolla-ansible prechecks` fails with any other, the default `openstacklocal` included.",
  example: {
    bad: `${EXAMPLE}enable_designate: true\nneutron_dns_domain: cloud.example.com\n`,
    good: `${EXAMPLE}enable_designate: true\nneutron_dns_domain: cloud.example.com.\n`,
  },
  *check(deployment) {
    const { values, release } = deployment
    const setting = ownSetting(
      deployment,
      'neutron_dns_domain',
      'neutron_dns_integration',
      'enable_designate',
    )
    if (!setting || !release || isBefore(release.release, '2024.1')) return
    if (values.bool('neutron_dns_integration') !== true || values.bool('enable_neutron') === false) return
    const domain = values.text('neutron_dns_domain')
    if (domain === undefined || (domain.endsWith('.') && domain !== '.')) return
    const isDefault = setting.name !== 'neutron_dns_domain'
    yield atValue(
      setting,
      isDefault
        ? `DNS integration is on, and neutron_dns_domain still is "${domain}".`
        : `The neutron_dns_domain "${domain}" does not end with a period.`,
      isDefault ? 'Set neutron_dns_domain, for example to "cloud.example.com.".' : `Write "${domain}.".`,
    )
  },
}

export const octaviaNetwork: Rule<Deployment> = {
  id: 'kolla_ansible/octavia-network',
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
}
