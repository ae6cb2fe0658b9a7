import { expect, test } from '@jest/globals'
import { parseAddress } from '../../../src/drivers/address.js'

test.each([
  ['127.0.0.1:5000', { host: '127.0.0.1', port: 5000 }],
  ['keystone.example:1', { host: 'keystone.example', port: 1 }],
  ['[::1]:65535', { host: '::1', port: 65_535 }],
])('reads %s', (text, address) => expect(parseAddress(text)).toEqual(address))

test.each([
  '',
  '5000',
  ':5000',
  'host',
  'host:',
  'host:0',
  'host:65536',
  'host:5x',
  '::1:5000',
  'a b:1',
  'host:1\n',
])('refuses %j', (text) => expect(parseAddress(text)).toBeUndefined())
