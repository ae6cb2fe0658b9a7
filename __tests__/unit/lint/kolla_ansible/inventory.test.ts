import { describe, expect, test } from '@jest/globals'
import { inventoryExample } from '../../../../src/lint/rules/kolla_ansible/shared/inventory-example.js'
import type { Files } from '../folder.js'
import { globals, said, saidOf } from './said.js'

const rules = (found: readonly string[]) => found.map((text) => text.split(' ').slice(0, 2).join(' '))
const multinode = (change: Parameters<typeof inventoryExample>[0]): Files => ({
  'etc/kolla/multinode': inventoryExample(change),
})

describe('groups', () => {
  test('one that an enabled service needs', async () => {
    const found = await saidOf([], multinode({ without: ['nova-conductor'] }))
    expect(found).toEqual([
      'error missing-group etc/kolla/multinode:1:2 The inventory has no group "nova-conductor", in which nova-conductor runs. Add it as in the inventory multinode of 2025.1.',
    ])
  })

  test('many are one finding', async () => {
    const without = [
      'nova-conductor',
      'nova-api',
      'nova-scheduler',
      'heat-api',
      'heat-engine',
      'glance-api',
      'placement-api',
    ]
    const [found, ...others] = await saidOf([], multinode({ without }))
    expect(others).toEqual([])
    expect(found).toContain('lacks 7 groups')
    expect(found).toContain('and 2 more')
  })

  test.each([
    ['of a service that is off', ['enable_heat: no', 'enable_horizon_heat: no'], ['heat-api', 'heat-engine']],
    ['of a service that nobody knows to be on', ['enable_heat: "{{ x }}"'], ['heat-api', 'heat-engine']],
  ])('nothing is said of a group %s', async (_what, lines, without) => {
    expect(await saidOf(lines, multinode({ without }))).toEqual([])
  })

  test('only a warning where the release is assumed', async () => {
    const found = await saidOf(['openstack_release: "{{ r }}"'], multinode({ without: ['nova-conductor'] }))
    expect(found.every((text) => !text.startsWith('error'))).toBe(true)
    expect(rules(found)).toContain('warning missing-group')
  })

  test("the old name of the load balancers' group", async () => {
    const found = await saidOf([], multinode({ rename: { loadbalancer: 'haproxy' } }))
    expect(rules(found)).toEqual(['error renamed-group'])
  })

  test('a small inventory of another tool is left alone', async () => {
    expect(await saidOf([], { 'hosts.ini': '[control]\nc1\n[web]\nw1\n[x:children]\nweb\n' })).toEqual([])
  })
})

describe('numbers of hosts', () => {
  test.each([
    [['c1'], []],
    [['c1', 'c2'], ['warning even-cluster-size']],
    [['c[1:4]'], ['warning even-cluster-size']],
    [['c[1:5]'], []],
  ])('control %j', async (control, expected) => {
    expect(rules(await saidOf([], multinode({ control })))).toEqual(expected)
  })

  test('two hosts for highly available agents', async () => {
    const line = ['enable_neutron_agent_ha: yes']
    expect(rules(await saidOf(line, multinode({ network: ['n1'] })))).toEqual(['error too-few-agent-hosts'])
    expect(await saidOf(line, multinode({}))).toEqual([])
  })

  test.each([
    [[], ['error missing-cinder-cluster-name']],
    [['cinder_cluster_skip_precheck: true'], []],
    [['cinder_cluster_name: one'], []],
    [['openstack_release: "2024.1"'], []],
    [['cinder_cluster_name: one', 'cinder_backend_ceph: yes'], ['error missing-coordination-backend']],
    [['cinder_cluster_name: one', 'cinder_backend_ceph: yes', 'cinder_coordination_backend: etcd'], []],
  ])('several hosts for volumes with %j', async (lines, expected) => {
    expect(rules(await saidOf(lines, multinode({ storage: ['s1', 's2'] })))).toEqual(expected)
  })
})

test('a host with the virtual address', async () => {
  const control = ['c1 ansible_host=10.10.10.254', 'c2', 'c3']
  expect(rules(await saidOf([], multinode({ control })))).toEqual(['error vip-used-by-host'])
  expect(await saidOf(['enable_haproxy: no'], multinode({ control }))).toEqual([])
})

test('each of several deployments has the inventories below its folder', async () => {
  const found = await said({
    'a/globals.yml': globals(),
    'a/multinode': inventoryExample({ control: ['c1', 'c2'] }),
    'b/globals.yml': globals('kolla_internal_vip_address: 10.20.10.1'),
    'b/multinode': inventoryExample({}),
  })
  expect(rules(found)).toEqual(['warning even-cluster-size'])
})

test('an inventory that is as near to one deployment as to another belongs to none', async () => {
  const found = await said({
    'a/globals.yml': globals(),
    'b/globals.yml': globals('kolla_internal_vip_address: 10.20.10.1'),
    multinode: inventoryExample({ control: ['c1', 'c2'] }),
    'b/samples/multinode': inventoryExample({ control: ['c1', 'c2', 'c3', 'c4'] }),
  })
  expect(rules(found)).toEqual(['warning even-cluster-size'])
  expect(found[0]).toContain('b/samples/multinode')
})
