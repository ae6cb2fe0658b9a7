import { describe, expect, test } from '@jest/globals'
import { count, duration, elapsed, size } from '../../../src/report/figures.js'

test.each([
  [0, '0 ms'],
  [412.4, '412 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [12_345, '12.3 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 00 s'],
  [245_000, '4 min 05 s'],
  [3_599_400, '59 min 59 s'],
  [3_600_000, '1 h 00 min'],
  [3_840_000, '1 h 04 min'],
])('%d ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text)
})

test.each([
  [512, '512 B'],
  [1536, '1.5 KiB'],
  [1_048_570, '1.0 MiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(size(bytes)).toBe(text)
})

describe('count', () => {
  test.each([
    [0, '0 files'],
    [1, '1 file'],
    [1234, '1,234 files'],
  ])('%d', (n, text) => {
    expect(count(n, 'file')).toBe(text)
  })
})

test('there is no duration without an end', () => {
  expect(elapsed('2026-11-01T12:00:00.000Z', '2026-11-01T12:00:01.500Z')).toBe(1500)
  expect(elapsed('2026-11-01T12:00:00.000Z', null)).toBeUndefined()
})
