import { describe, expect, test } from '@jest/globals'
import {
  colorOf,
  rerouteEntries,
  rerouteFile,
  routesOf,
} from '../../../../src/drivers/routers/haproxy/map.js'

const both = routesOf({ keystone: 'keystone_{color}', status: 'status_page' })
const { green } = both

describe('routesOf', () => {
  test('replaces {color} everywhere', () => {
    expect([...routesOf({ a: '{color}.{color}' }).blue]).toEqual([['a', 'blue.blue']])
  })

  test.each([
    [{ keystone: 'keystone_{color};shutdown sessions' }],
    [{ keystone: 'keystone_{color}\nclear map' }],
    [{ 'key stone': 'keystone_{color}' }],
    [{ keystone: 'keystone_{colour}' }],
    [{ keystone: '' }],
    [{ keystone: 'keystone' }],
  ])('refuses %j', (map) => {
    expect(() => routesOf(map)).toThrow(expect.objectContaining({ code: 'bad_router_map' }))
  })
})

describe('colorOf', () => {
  test('counts only the first entry of a key, as HAProxy does', () => {
    const entries = [
      { key: 'status', value: 'status_page' },
      { key: 'keystone', value: 'keystone_green' },
      { key: 'keystone', value: 'keystone_blue' },
    ]
    expect(colorOf('node', entries, both)).toBe('green')
    expect(colorOf('node', entries.toReversed(), both)).toBe('blue')
  })

  test('a map of foreign entries routes no traffic', () => {
    expect(colorOf('node', [{ key: 'horizon', value: 'horizon_red' }], both)).toBe('none')
  })
})

describe('rerouteEntries', () => {
  test('keeps the order, changes repeated keys, adds missing ones', () => {
    const entries = [
      { key: 'keystone', value: 'keystone_blue' },
      { key: 'horizon', value: 'with spaces' },
      { key: 'keystone', value: 'x' },
    ]
    expect(rerouteEntries(entries, green)).toEqual([
      { key: 'keystone', value: 'keystone_green' },
      { key: 'horizon', value: 'with spaces' },
      { key: 'keystone', value: 'keystone_green' },
      { key: 'status', value: 'status_page' },
    ])
  })
})

describe('rerouteFile', () => {
  test.each([
    ['', 'keystone keystone_green\nstatus status_page\n'],
    ['keystone keystone_blue\nstatus status_page', 'keystone keystone_green\nstatus status_page'],
    ['status status_page', 'status status_page\nkeystone keystone_green\n'],
    [
      '# keystone x\r\n\tkeystone\t blue \r\nstatus x\r\n',
      '# keystone x\r\n\tkeystone\t keystone_green\r\nstatus status_page\r\n',
    ],
    ['keystone\nstatus\n', 'keystone keystone_green\nstatus status_page\n'],
    [
      'keystone2 keystone\nkeystone a\nstatus b\n',
      'keystone2 keystone\nkeystone keystone_green\nstatus status_page\n',
    ],
  ])('%j', (before, after) => {
    expect(rerouteFile(before, green)).toBe(after)
    expect(rerouteFile(after, green)).toBe(after)
  })
})
