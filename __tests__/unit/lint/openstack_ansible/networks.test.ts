import { describe, expect, test } from '@jest/globals'
import { writtenNetwork } from '../../../../src/lint/readers/openstack_ansible/address.js'
import { findingsAfter, VLAN, withNetwork, withOption } from './findings.js'

describe('networks of containers', () => {
  test.each([
    ['172.29.237.5/22', '172.29.236.0/22'],
    ['10.1.2.3/255.255.0.0', '10.1.0.0/255.255.0.0'],
    ['2001:db8:0:1::5/64', '2001:db8:0:1::/64'],
    ['::1/8', '::/8'],
  ])('%s is the network %s', (text, network) => {
    expect(writtenNetwork(text)).toBe(network)
  })

  test('a network inside another one is reported once', async () => {
    const found = await findingsAfter((text) =>
      text.replace(
        'used_ips',
        '  a: 10.0.0.0/8\n  b: 10.1.0.0/16\n  c: 192.168.0.0/24\n  d: "2001:db8::/64"\nused_ips',
      ),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(
      /^warning overlapping-networks .*:4:6 The network "b" \(10.1.0.0\/16\) overlaps with "a"/,
    )
  })

  test('hosts must be on the management network', async () => {
    const found = await findingsAfter((text) =>
      text
        .replace('used_ips', '  storage: 172.29.244.0/22\nused_ips')
        .replace('ip: 172.29.236.21', 'ip: 172.29.244.21'),
    )
    expect(found).toEqual([expect.stringContaining('the network "storage", which is not for management')])
  })

  test('hosts that are all on another network are reported once', async () => {
    const found = await findingsAfter(
      (text) => `${text.replaceAll('ip: 172.29.236', 'ip: 10.0.0')}image_hosts:\n  i: { ip: 10.0.0.31 }\n`,
    )
    expect(found).toEqual([expect.stringContaining('like those of all 3 hosts')])
  })

  test('a leftover entry of used_ips is a notice', async () => {
    const found = await findingsAfter((text) =>
      text.replace('used_ips:', 'used_ips:\n  - "10.0.0.1,10.0.0.50"'),
    )
    expect(found).toEqual([
      expect.stringMatching(/^notice used-ips-outside-networks openstack_user_config.yml:4:5/),
    ])
  })

  test('the pool counts each address and each container once', async () => {
    const enough = (text: string) =>
      text.replace('/22', '/27').replace('236.1,172.29.236.10', '236.1,172.29.236.20')
    expect(await findingsAfter(enough)).toEqual([])
    const short = await findingsAfter((text) =>
      enough(text).replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_container: 9 }'),
    )
    expect(short).toContainEqual(
      expect.stringMatching(
        /^error address-pool-exhausted .* has 9 free addresses for at least \d+ containers/,
      ),
    )
  })
})

describe('provider networks', () => {
  test.each([
    ['1:4095', 'exceeds 1 to 4094'],
    ['0:10', 'exceeds'],
    ['20:10', 'ends before it starts'],
    ['100', '"100" is not a range of vlan segments'],
    ['a:b', 'is not a range'],
  ])('the range %s is invalid', async (range, why) => {
    const found = await findingsAfter(withNetwork({ ...VLAN, range: `"1:2,${range}"` }))
    expect(found).toEqual([expect.stringContaining(why)])
    expect(found[0]).toMatch(/^error invalid-range openstack_user_config.yml:24:16/)
  })

  test('overlapping ranges are a warning', async () => {
    const found = await findingsAfter(withNetwork({ ...VLAN, range: '"1:10, 5:20"' }))
    expect(found).toEqual([expect.stringMatching(/^warning invalid-range .*1:10 and 5:20 overlap/)])
  })

  test('YAML reads a range without quotes as a number', async () => {
    const found = await findingsAfter(withNetwork({ ...VLAN, range: '1:30' }))
    expect(found).toEqual([expect.stringContaining('YAML reads the range 1:30 as a number.')])
  })

  test.each([
    ['a vlan network needs no range', { ...VLAN, range: '' }],
    ['Jinja', { ...VLAN, range: '"{{ vlans }}"', group_binds: '["{{ agent }}"]', type: '"{{ kind }}"' }],
    ['another interface for the bind', { ...VLAN, host_bind_override: 'eth12' }],
    ['large segments', { ...VLAN, type: 'geneve', range: '"1:16777215"' }],
    ['a component of env.d by another spelling', { ...VLAN, group_binds: '[neutron-ovn-controller]' }],
    ['a group of physical hosts', { ...VLAN, group_binds: '[compute_hosts, network_all]' }],
  ])('%s', async (_what, network) => {
    expect(await findingsAfter(withNetwork(network))).toEqual([])
  })

  test.each([
    ['no type', { type: '' }, 'has no type'],
    ['an unknown type', { type: 'vlann' }, '"vlann" is not a type of provider network. Did you mean "vlan"?'],
    ['no group_binds', { group_binds: '' }, 'has no group_binds'],
    ['group_binds as a string', { group_binds: 'nova_compute' }, 'group_binds is not a list'],
    ['geneve without range', { type: 'geneve', range: '' }, 'has no range'],
    ['a misspelled option', { net_nam: 'x' }, 'Did you mean "net_name"?'],
  ])('%s', async (_what, change, why) => {
    const found = await findingsAfter(withNetwork({ ...VLAN, ...change }))
    expect(found).toEqual([expect.stringContaining(why)])
    expect(found[0]).toMatch(/^error /)
  })

  test('of several tunnels, only the first needs a range', async () => {
    const tunnel = { ...VLAN, type: 'vxlan', range: '"1:1000"' }
    const without = withNetwork({ ...tunnel, range: '' })
    expect(await findingsAfter((text) => withNetwork(tunnel)(without(text)))).toHaveLength(1)
    expect(await findingsAfter((text) => without(withNetwork(tunnel)(text)))).toEqual([])
  })

  test('a vlan and a flat network can share a bridge, two vlans cannot', async () => {
    const flat = { ...VLAN, type: 'flat', net_name: 'physnet2', container_interface: 'eth12' }
    const both = (other: Record<string, string>) => (text: string) =>
      withNetwork(VLAN)(withNetwork(other)(text))
    expect(await findingsAfter(both(flat))).toEqual([])
    const vlan = { ...flat, type: 'vlan' }
    expect(await findingsAfter(both(vlan))).toEqual([
      expect.stringMatching(/^warning shared-bridge .*"br-vlan" with "physnet/),
    ])
    expect(await findingsAfter(both({ ...vlan, group_binds: '[nova_compute]' }))).toEqual([])
    expect(await findingsAfter(both({ ...vlan, net_name: 'physnet1' }))).toEqual([])
  })

  test('two networks can use one interface if no container gets both', async () => {
    expect(
      await findingsAfter((text) => withNetwork({ ...VLAN, container_interface: 'eth1' })(text)),
    ).toEqual([])
  })

  test('the gateway of a static route must be reserved', async () => {
    const found = await findingsAfter(
      withOption('static_routes: [{ cidr: 10.0.0.0/8, gateway: 172.29.237.254 }]'),
    )
    expect(found).toEqual([
      expect.stringMatching(/^error address-not-reserved openstack_user_config.yml:16:54/),
    ])
  })

  test('the last address of a network need not be reserved', async () => {
    expect(await findingsAfter(withOption('gateway: 172.29.239.255'))).toEqual([])
  })

  test.each([
    ['a removed agent', '2025.1', 'error', 'the last release with it is 2024.2. Bind the network to'],
    ['an agent that may be removed', undefined, 'warning', 'or set openstack_release in changeover.yml.'],
  ] as const)('%s', async (_what, release, severity, why) => {
    const change = withNetwork({ ...VLAN, group_binds: '[neutron_linuxbridge_agent]' })
    const all = await findingsAfter(change, {}, release)
    const found = all.filter((each) => each.includes('removed-group-bind'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${severity} removed-group-bind openstack_user_config.yml:25:23`))
    expect(found[0]).toContain(why)
    expect(
      await findingsAfter(change, {}, '2024.1').then((all) =>
        all.filter((each) => each.includes('removed-group-bind')),
      ),
    ).toEqual([])
  })

  test('a removed agent is a notice if the network is also bound to one that exists', async () => {
    const binds = '[neutron_linuxbridge_agent, neutron_ovn_controller]'
    const found = await findingsAfter(withNetwork({ ...VLAN, group_binds: binds }), {}, '2026.1')
    expect(found).toEqual([expect.stringMatching(/^notice removed-group-bind/)])
  })

  test('an unknown bind that is not a typo is a warning', async () => {
    const found = await findingsAfter(withNetwork({ ...VLAN, group_binds: '[some_own_group]' }))
    expect(found).toEqual([expect.stringMatching(/^warning unknown-group-bind/)])
  })
})
