import { describe, expect, test } from '@jest/globals'
import { inventoryExample } from '../../../../src/lint/rules/kolla_ansible/shared/example.js'
import type { Files } from '../folder.js'
import { findings, findingsOf, globals } from './findings.js'

const rules = (found: readonly string[]) => found.map((text) => text.split(' ').slice(0, 2).join(' '))
const multinode = (change: Parameters<typeof inventoryExample>[0]): Files => ({
  'etc/kolla/multinode': inventoryExample(change),
})

describe('groups', () => {
  test('a group that an enabled service needs', async () => {
    const found = await findingsOf([], multinode({ without: ['nova-conductor'] }))
    expect(found).toEqual([
      'error missing-group etc/kolla/multinode:1:2 The inventory lacks the group "nova-conductor", which runs nova-conductor. Copy it from the inventory multinode of 2025.1.',
    ])
  })

  test('several missing groups are one finding', async () => {
    const without = [
      'nova-conductor',
      'nova-api',
      'nova-scheduler',
      'heat-api',
      'heat-engine',
      'glance-api',
      'placement-api',
    ]
    const [found, ...others] = await findingsOf([], multinode({ without }))
    expect(others).toEqual([])
    expect(found).toContain('lacks 7 groups')
    expect(found).toContain('and 2 more')
  })

  test.each([
    ['of a disabled service', ['enable_heat: no', 'enable_horizon_heat: no'], ['heat-api', 'heat-engine']],
    ['of a service whose switch is unknown', ['enable_heat: "{{ x }}"'], ['heat-api', 'heat-engine']],
  ])('a missing group %s is not reported', async (_what, lines, without) => {
    expect(await findingsOf(lines, multinode({ without }))).toEqual([])
  })

  test('a missing group is a warning when the release is assumed', async () => {
    const found = await findingsOf(
      ['openstack_release: "{{ r }}"'],
      multinode({ without: ['nova-conductor'] }),
    )
    expect(found.every((text) => !text.startsWith('error'))).toBe(true)
    expect(rules(found)).toContain('warning missing-group')
  })

  test('the old name of the group loadbalancer is reported', async () => {
    const found = await findingsOf([], multinode({ rename: { loadbalancer: 'haproxy' } }))
    expect(rules(found)).toEqual(['error renamed-group'])
  })

  test('a small inventory of another tool is not checked', async () => {
    expect(await findingsOf([], { 'hosts.ini': '[control]\nc1\n[web]\nw1\n[x:children]\nweb\n' })).toEqual([])
  })
})

describe('the number of hosts', () => {
  test.each([
    [['c1'], []],
    [['c1', 'c2'], ['warning even-cluster-size']],
    [['c[1:4]'], ['warning even-cluster-size']],
    [['c[1:5]'], []],
  ])('control %j', async (control, expected) => {
    expect(rules(await findingsOf([], multinode({ control })))).toEqual(expected)
  })

  test('highly available agents need two hosts', async () => {
    const line = ['enable_neutron_agent_ha: yes']
    expect(rules(await findingsOf(line, multinode({ network: ['n1'] })))).toEqual([
      'error too-few-agent-hosts',
    ])
    expect(await findingsOf(line, multinode({}))).toEqual([])
  })

  test.each([
    [[], ['error missing-cinder-cluster-name']],
    [['cinder_cluster_skip_precheck: true'], []],
    [['cinder_cluster_name: one'], []],
    [['openstack_release: "2024.1"'], []],
    [['cinder_cluster_name: one', 'cinder_backend_ceph: yes'], ['error missing-coordination-backend']],
    [['cinder_cluster_name: one', 'cinder_backend_ceph: yes', 'cinder_coordination_backend: etcd'], []],
  ])('several hosts for volumes with %j', async (lines, expected) => {
    expect(rules(await findingsOf(lines, multinode({ storage: ['s1', 's2'] })))).toEqual(expected)
  })
})

test('a host must not have the virtual address', async () => {
  const control = ['c1 ansible_host=10.10.10.254', 'c2', 'c3']
  expect(rules(await findingsOf([], multinode({ control })))).toEqual(['error vip-used-by-host'])
  expect(await findingsOf(['enable_haproxy: no'], multinode({ control }))).toEqual([])
})

test('each of several clouds has the inventories below its folder', async () => {
  const found = await findings({
    'a/globals.yml': globals(),
    'a/multinode': inventoryExample({ control: ['c1', 'c2'] }),
    'b/globals.yml': globals('kolla_internal_vip_address: 10.20.10.1'),
    'b/multinode': inventoryExample({}),
  })
  expect(rules(found)).toEqual(['warning even-cluster-size'])
})

test('an inventory that is equally close to two clouds belongs to neither', async () => {
  const found = await findings({
    'a/globals.yml': globals(),
    'b/globals.yml': globals('kolla_internal_vip_address: 10.20.10.1'),
    multinode: inventoryExample({ control: ['c1', 'c2'] }),
    'b/samples/multinode': inventoryExample({ control: ['c1', 'c2', 'c3', 'c4'] }),
  })
  expect(rules(found)).toEqual(['warning even-cluster-size'])
  expect(found[0]).toContain('b/samples/multinode')
})
