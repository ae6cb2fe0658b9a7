import { describe, expect, test } from '@jest/globals'
import {
  contains,
  parseAddress,
  parseNetwork,
} from '../../../../src/lint/readers/openstack_ansible/address.js'

describe('addresses', () => {
  test.each([
    ['0.0.0.0', 0n],
    ['172.29.236.1', 0xac1dec01n],
    ['::', 0n],
    ['::1', 1n],
    ['2001:db8::a:0:1', 0x20010db8_0000_0000_0000_000a_0000_0001n],
    ['1:2:3:4:5:6:7:8', 0x00010002000300040005000600070008n],
    ['::ffff:1.2.3.4', 0xffff01020304n],
  ])('%s', (text, value) => {
    expect(parseAddress(text)?.value).toBe(value)
  })

  test.each(['', ' 1.2.3.4', '1.2.3.4 ', '1.2.3', '1.2.3.256', '1.2.3.4/32', 'fe80::1%eth0', 'host'])(
    '%j is not valid',
    (text) => {
      expect(parseAddress(text)).toBeUndefined()
    },
  )
})

describe('networks', () => {
  test.each([
    ['172.29.236.0/22', ['172.29.236.0', '172.29.239.255'], ['172.29.235.255', '172.29.240.0']],
    ['172.29.237.5/22', ['172.29.236.0', '172.29.239.255'], ['172.29.240.0']],
    ['172.29.236.0/255.255.252.0', ['172.29.239.255'], ['172.29.240.0']],
    ['10.0.0.1/32', ['10.0.0.1'], ['10.0.0.0', '10.0.0.2']],
    ['0.0.0.0/0', ['0.0.0.0', '255.255.255.255'], ['::1']],
    ['2001:db8::/64', ['2001:db8::', '2001:db8::ffff:ffff:ffff:ffff'], ['2001:db8:0:1::', '32.1.13.184']],
  ])('%s', (text, inside, outside) => {
    const network = parseNetwork(text)
    const holds = (address: string) => {
      const parsed = parseAddress(address)
      return network && parsed && contains(network, parsed)
    }
    expect(inside.map(holds)).toEqual(inside.map(() => true))
    expect(outside.map(holds)).toEqual(outside.map(() => false))
  })

  test.each([
    '172.29.236.0',
    '172.29.236.0/',
    '172.29.236.0/33',
    '::/129',
    '172.29.236/22',
    '10.0.0.0/255.0.255.0',
    '::/255.0.0.0',
    '10.0.0.0/8/8',
    '',
  ])('%j is not valid', (text) => {
    expect(parseNetwork(text)).toBeUndefined()
  })
})
