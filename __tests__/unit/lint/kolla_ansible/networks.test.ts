import { describe, expect, test } from '@jest/globals'
import { findings, findingsOf, globals } from './findings.js'

const rules = (found: readonly string[]) => found.map((text) => text.split(' ').slice(0, 2).join(' '))

describe('interfaces and bridges', () => {
  test.each([
    [['neutron_external_interface: eth0'], ['warning shared-interface']],
    [['neutron_external_interface: "eth1,eth0"', 'neutron_bridge_name: a,b'], ['warning shared-interface']],
    [['neutron_external_interface: "{{ network_interface }}"'], ['warning shared-interface']],
    [['neutron_external_interface: eth0', 'enable_neutron: false', 'enable_nova: false'], []],
    [['neutron_external_interface: "eth1,eth2"'], ['error interface-bridge-mismatch']],
    [['neutron_external_interface: "eth1,eth2"', 'neutron_bridge_name: br-a,br-b'], []],
    [['neutron_external_interface: "{{ site_interface }}"', 'neutron_bridge_name: a,b'], []],
  ])('%j', async (lines, expected) => {
    expect(rules(await findingsOf(lines))).toEqual(expected)
  })

  test('a variable that the inventory sets has no known value', async () => {
    const vars = { 'inventory/group_vars/all.yml': 'neutron_bridge_name: br-a,br-b\n' }
    expect(await findingsOf(['neutron_external_interface: "eth1,eth2"'], vars)).toEqual([])
  })
})

describe('types of networks', () => {
  test.each([
    [['neutron_tenant_network_types: geneve'], ['error network-type-without-driver']],
    [['neutron_tenant_network_types: geneve', 'neutron_plugin_agent: ovn'], []],
    [['neutron_tenant_network_types: " vxlan , flat "'], []],
    [['neutron_type_drivers: vlan'], ['error network-type-without-driver']],
  ])('%j', async (lines, expected) => {
    expect(rules(await findingsOf(lines))).toEqual(expected)
  })
})

describe('the DNS domain of networks', () => {
  test.each([
    [['enable_designate: true'], ['error invalid-neutron-dns-domain']],
    [['enable_designate: true', 'neutron_dns_integration: false'], []],
    [['enable_designate: true', 'neutron_dns_domain: cloud.example.com.'], []],
    [['enable_designate: true', 'neutron_dns_domain: "{{ domain }}."'], []],
    [['enable_designate: true', 'openstack_release: "2023.1"'], []],
    [['neutron_dns_domain: cloud.example.com'], []],
  ])('%j', async (lines, expected) => {
    expect(rules(await findingsOf(lines))).toEqual(expected)
  })
})

describe('virtual addresses', () => {
  const TLS = 'kolla_enable_tls_external: yes'
  test.each([
    [[TLS], ['error one-sided-tls']],
    // TLS on the external network follows it by default
    [['kolla_enable_tls_internal: yes'], []],
    [['kolla_enable_tls_internal: yes', 'kolla_enable_tls_external: no'], ['error one-sided-tls']],
    [[TLS, 'kolla_external_vip_address: 10.10.11.1'], []],
    [[TLS, 'kolla_external_vip_address: 10.10.10.254'], ['error one-sided-tls']],
    [[TLS, 'kolla_enable_tls_internal: "{{ kolla_enable_tls_external }}"'], []],
    [[TLS, 'kolla_external_vip_address: "{{ site_vip }}"'], []],
    [['kolla_internal_vip_address: 10.10.10.254/24'], ['error invalid-vip-address']],
    [['kolla_internal_vip_address: cloud.example.com'], ['error invalid-vip-address']],
    [['kolla_internal_vip_address: cloud.example.com', 'enable_haproxy: false'], []],
    [['kolla_internal_vip_address: "2001:db8::1"'], []],
    [['keepalived_virtual_router_id: 51'], ['notice default-router-id']],
    [['keepalived_virtual_router_id: "51"', 'enable_keepalived: no'], []],
  ])('%j', async (lines, expected) => {
    expect(rules(await findingsOf(lines))).toEqual(expected)
  })

  test('two clouds in one network must not share a router id', async () => {
    const found = await findings({
      'a/globals.yml': globals(),
      'b/globals.yml': globals('kolla_internal_vip_address: 10.10.10.2'),
      'c/globals.yml': globals('kolla_internal_vip_address: 10.10.11.2'),
    })
    expect(rules(found)).toEqual(['error shared-router-id', 'error shared-router-id'])
    expect(found[0]).toContain('a/globals.yml:4:31')
    expect(found[0]).toContain('also used by b/globals.yml, whose virtual address 10.10.10.2')
  })

  test('two clouds with the same address are copies of one cloud', async () => {
    expect(await findings({ 'a/globals.yml': globals(), 'b/globals.yml': globals() })).toEqual([])
  })
})

test.each([
  [['octavia_network_type: tenant', 'neutron_plugin_agent: ovn'], ['error unsupported-octavia-network']],
  [['octavia_network_type: tenant'], []],
  [['octavia_network_type: tenant', 'neutron_plugin_agent: ovn', 'octavia_auto_configure: no'], []],
  [['octavia_network_type: tenant', 'neutron_plugin_agent: ovn', 'octavia_provider_drivers: "ovn:OVN"'], []],
])('Octavia with %j', async (lines, expected) => {
  expect(rules(await findingsOf(['enable_octavia: yes', 'enable_octavia_jobboard: no', ...lines]))).toEqual(
    expected,
  )
})

describe('networks of kayobe', () => {
  const networks = (...lines: readonly string[]) => `${['internal_cidr: 10.0.0.0/24', ...lines].join('\n')}\n`

  test.each([
    ['internal_gateway: 10.0.0.1', []],
    ['internal_gateway: 10.0.1.1', ['error address-outside-network']],
    ['internal_vip_address: 10.0.1.1', ['warning address-outside-network']],
    ['internal_inspection_allocation_pool_start: 10.0.1.1', ['error address-outside-network']],
    ['internal_gateway: "{{ gateway }}"', []],
    ['other_gateway: 10.0.1.1', []],
  ])('%s', async (line, expected) => {
    expect(rules(await findings({ 'etc/kayobe/networks.yml': networks(line) }))).toEqual(expected)
  })

  test('an environment overrides the base', async () => {
    const found = await findings({
      'etc/kayobe/networks.yml': networks('internal_gateway: 10.0.0.1'),
      'etc/kayobe/environments/dev/networks.yml': 'internal_cidr: 10.1.0.0/24\ninternal_gateway: 10.1.0.1\n',
      'etc/kayobe/environments/qa/networks.yml': 'internal_gateway: 10.1.0.1\n',
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('error address-outside-network etc/kayobe/environments/qa/networks.yml:1:19')
  })
})
