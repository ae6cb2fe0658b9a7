import { describe, expect, test } from '@jest/globals'
import { writtenNetwork } from '../../../../src/lint/readers/openstack_ansible/address.js'
import { saidAfter, VLAN, withNetwork, withOption } from './said.js'

describe('networks of containers', () => {
  test.each([
    ['172.29.237.5/22', '172.29.236.0/22'],
    ['10.1.2.3/255.255.0.0', '10.1.0.0/255.255.0.0'],
    ['2001:db8:0:1::5/64', '2001:db8:0:1::/64'],
    ['::1/8', '::/8'],
  ])('%s stands for %s', (text, network) => {
    expect(writtenNetwork(text)).toBe(network)
  })

  test('a network in the middle of others overlaps once', async () => {
    const found = await saidAfter((text) =>
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

  test('hosts on a network that is not for management', async () => {
    const found = await saidAfter((text) =>
      text
        .replace('used_ips', '  storage: 172.29.244.0/22\nused_ips')
        .replace('ip: 172.29.236.21', 'ip: 172.29.244.21'),
    )
    expect(found).toEqual([expect.stringContaining('the network "storage", which is not for management')])
  })

  test('when all hosts are elsewhere, it is said once', async () => {
    const found = await saidAfter(
      (text) => `${text.replaceAll('ip: 172.29.236', 'ip: 10.0.0')}image_hosts:\n  i: { ip: 10.0.0.31 }\n`,
    )
    expect(found).toEqual([expect.stringContaining('and so do those of all 3 hosts')])
  })

  test('an entry of used_ips that is only left over is a notice', async () => {
    const found = await saidAfter((text) => text.replace('used_ips:', 'used_ips:\n  - "10.0.0.1,10.0.0.50"'))
    expect(found).toEqual([expect.stringMatching(/^notice used-ips-outside openstack_user_config.yml:4:5/)])
  })

  test('the pool counts each address once, and each container', async () => {
    const enough = (text: string) =>
      text.replace('/22', '/27').replace('236.1,172.29.236.10', '236.1,172.29.236.20')
    expect(await saidAfter(enough)).toEqual([])
    const short = await saidAfter((text) =>
      enough(text).replace('ip: 172.29.236.11', 'ip: 172.29.236.11, affinity: { galera_container: 9 }'),
    )
    expect(short).toContainEqual(
      expect.stringMatching(/^error pool-exhausted .* has 9 free addresses for at least \d+ containers/),
    )
  })
})

describe('provider networks', () => {
  test.each([
    ['1:4095', 'goes beyond 1 to 4094'],
    ['0:10', 'goes beyond'],
    ['20:10', 'ends before it starts'],
    ['100', '"100" is no range of vlan segments'],
    ['a:b', 'is no range'],
  ])('the range %s', async (range, why) => {
    const found = await saidAfter(withNetwork({ ...VLAN, range: `"1:2,${range}"` }))
    expect(found).toEqual([expect.stringContaining(why)])
    expect(found[0]).toMatch(/^error invalid-range openstack_user_config.yml:24:16/)
  })

  test('ranges that overlap are a warning', async () => {
    const found = await saidAfter(withNetwork({ ...VLAN, range: '"1:10, 5:20"' }))
    expect(found).toEqual([expect.stringMatching(/^warning invalid-range .*1:10 and 5:20 overlap/)])
  })

  test('YAML takes a range without quotes for a number', async () => {
    const found = await saidAfter(withNetwork({ ...VLAN, range: '1:30' }))
    expect(found).toEqual([expect.stringContaining('is no text for YAML, but a number')])
  })

  test.each([
    ['a vlan network needs no range', { ...VLAN, range: '' }],
    ['Jinja', { ...VLAN, range: '"{{ vlans }}"', group_binds: '["{{ agent }}"]', type: '"{{ kind }}"' }],
    ['another interface for the bind', { ...VLAN, host_bind_override: 'eth12' }],
    ['large segments', { ...VLAN, type: 'geneve', range: '"1:16777215"' }],
    ['a component of env.d by another spelling', { ...VLAN, group_binds: '[neutron-ovn-controller]' }],
    ['a group of physical hosts', { ...VLAN, group_binds: '[compute_hosts, network_all]' }],
  ])('%s', async (_what, network) => {
    expect(await saidAfter(withNetwork(network))).toEqual([])
  })

  test.each([
    ['no type', { type: '' }, 'has no type'],
    [
      'a type that there is not',
      { type: 'vlann' },
      'There is no type "vlann" of provider networks. Did you mean "vlan"?',
    ],
    ['no group_binds', { group_binds: '' }, 'has no group_binds'],
    ['group_binds as text', { group_binds: 'nova_compute' }, 'group_binds is no list'],
    ['geneve without range', { type: 'geneve', range: '' }, 'has no range'],
    ['a misspelled option', { net_nam: 'x' }, 'Did you mean "net_name"?'],
  ])('%s', async (_what, change, why) => {
    const found = await saidAfter(withNetwork({ ...VLAN, ...change }))
    expect(found).toEqual([expect.stringContaining(why)])
    expect(found[0]).toMatch(/^error /)
  })

  test('of several tunnels only the first needs its range', async () => {
    const tunnel = { ...VLAN, type: 'vxlan', range: '"1:1000"' }
    const without = withNetwork({ ...tunnel, range: '' })
    expect(await saidAfter((text) => withNetwork(tunnel)(without(text)))).toHaveLength(1)
    expect(await saidAfter((text) => without(withNetwork(tunnel)(text)))).toEqual([])
  })

  test('a vlan and a flat network may share a bridge, two vlans may not', async () => {
    const flat = { ...VLAN, type: 'flat', net_name: 'physnet2', container_interface: 'eth12' }
    const both = (other: Record<string, string>) => (text: string) =>
      withNetwork(VLAN)(withNetwork(other)(text))
    expect(await saidAfter(both(flat))).toEqual([])
    const vlan = { ...flat, type: 'vlan' }
    expect(await saidAfter(both(vlan))).toEqual([
      expect.stringMatching(/^warning shared-bridge .*"br-vlan" with "physnet/),
    ])
    expect(await saidAfter(both({ ...vlan, group_binds: '[nova_compute]' }))).toEqual([])
    expect(await saidAfter(both({ ...vlan, net_name: 'physnet1' }))).toEqual([])
  })

  test('one interface on two networks is fine where no container has both', async () => {
    expect(await saidAfter((text) => withNetwork({ ...VLAN, container_interface: 'eth1' })(text))).toEqual([])
  })

  test('the gateway of a static route', async () => {
    const found = await saidAfter(
      withOption('static_routes: [{ cidr: 10.0.0.0/8, gateway: 172.29.237.254 }]'),
    )
    expect(found).toEqual([
      expect.stringMatching(/^error address-not-reserved openstack_user_config.yml:16:54/),
    ])
  })

  test('the last address of a network is never given away', async () => {
    expect(await saidAfter(withOption('gateway: 172.29.239.255'))).toEqual([])
  })

  test.each([
    ['a removed agent', '2025.1', 'error', 'the last release that has it is 2024.2. Bind the network to'],
    [
      'one that is not known to be removed',
      undefined,
      'warning',
      'or say openstack_release in changeover.yml.',
    ],
  ] as const)('%s', async (_what, release, severity, why) => {
    const change = withNetwork({ ...VLAN, group_binds: '[neutron_linuxbridge_agent]' })
    const all = await saidAfter(change, {}, release)
    const found = all.filter((each) => each.includes('removed-bind'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${severity} removed-bind openstack_user_config.yml:25:23`))
    expect(found[0]).toContain(why)
    expect(
      await saidAfter(change, {}, '2024.1').then((all) =>
        all.filter((each) => each.includes('removed-bind')),
      ),
    ).toEqual([])
  })

  test('a removed agent beside one that is there is only left over', async () => {
    const binds = '[neutron_linuxbridge_agent, neutron_ovn_controller]'
    const found = await saidAfter(withNetwork({ ...VLAN, group_binds: binds }), {}, '2026.1')
    expect(found).toEqual([expect.stringMatching(/^notice removed-bind/)])
  })

  test('a bind that looks like nothing is a warning', async () => {
    const found = await saidAfter(withNetwork({ ...VLAN, group_binds: '[some_own_group]' }))
    expect(found).toEqual([expect.stringMatching(/^warning unknown-bind/)])
  })
})
