import { describe, expect, test } from '@jest/globals'
import { findingsOf } from './findings.js'

const rules = (found: readonly string[]) => found.map((text) => text.split(' ').slice(0, 2).join(' '))

describe('switches', () => {
  test.each(['yes', '"yes"', 'True', '1', 'off', '"0"', '', '"{{ x | bool }}"', '!unsafe what'])(
    'enable_heat: %s is fine',
    async (value) => {
      expect(await findingsOf([`enable_heat: ${value}`])).toEqual([])
    },
  )

  test.each([
    ['enabled', 'Write true.'],
    ['y', 'Write true.'],
    ['ture', 'Write true.'],
    ['maybe', 'Write true or false.'],
    ['[true]', 'is a list or a mapping'],
    ['2', 'Write true or false.'],
  ])('enable_heat: %s is an error', async (value, text) => {
    const found = await findingsOf([`enable_heat: ${value}`])
    expect(rules(found)).toEqual(['error not-boolean'])
    expect(found[0]).toContain('etc/kolla/globals.yml:9:14')
    expect(found[0]).toContain(text)
  })

  test('an unknown switch is not checked', async () => {
    expect(await findingsOf(['enable_our_thing: maybe'])).toEqual([])
  })
})

describe('types', () => {
  test.each([
    ['neutron_bridge_name: [br-ex]', []],
    ['nova_console: [novnc]', ['warning wrong-type']],
    ['neutron_ovn_availability_zones: nova', ['warning wrong-type']],
    ['neutron_ovn_availability_zones: "{{ zones }}"', []],
    ['neutron_ovn_availability_zones: ""', []],
    ['designate_ns_record: ns1.example.com', []],
    ['openstack_service_workers: 3', []],
  ])('%s', async (line, expected) => {
    expect(rules(await findingsOf([line]))).toEqual(expected)
  })
})

test.each([
  ['86400', []],
  ['0', []],
  ['604800', []],
  ['"{{ a }}"', []],
  ['', []],
  ['604801', ['error invalid-fernet-token-expiry']],
  ['-1', ['error invalid-fernet-token-expiry']],
  ['1.5', ['error invalid-fernet-token-expiry']],
  ['a day', ['error invalid-fernet-token-expiry']],
  ['"86400"', ['error invalid-fernet-token-expiry']],
])('fernet_token_expiry: %s', async (value, expected) => {
  expect(rules(await findingsOf([`fernet_token_expiry: ${value}`]))).toEqual(expected)
})

test.each([
  ['tunnel_interface: bond0.1234', []],
  ['tunnel_interface: bond-storage-backend', ['error invalid-interface-name']],
  ['tunnel_interface: eth0,eth1', ['error invalid-interface-name']],
  ['tunnel_interface: "{{ network_interface }}"', []],
  [
    'neutron_external_interface: "eth1, eth2"',
    ['error invalid-interface-name', 'error interface-bridge-mismatch'],
  ],
])('%s', async (line, expected) => {
  expect(rules(await findingsOf([line])).sort()).toEqual([...expected].sort())
})

test('a mutable tag of kolla-ansible is reported', async () => {
  const found = await findingsOf(['openstack_release: master', 'nova_tag: latest', 'our_tag: latest'])
  expect(rules(found)).toEqual(['warning mutable-image-tag', 'warning mutable-image-tag'])
})
