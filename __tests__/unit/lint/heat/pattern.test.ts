import { expect, test } from '@jest/globals'
import { matchesWhole } from '../../../../src/lint/readers/heat/python.js'
import { processorMs } from '../../../support/pace.js'

test.each([
  ['[a-z]+', 'abc', true],
  ['[a-z]+', 'abC', false],
  ['a|ab', 'ab', false],
  ['^a$', 'a', true],
  ['(?:ab)+', 'abab', true],
  ['\\d{4}-\\d{2}', '2020-05', true],
  ['/dev/vd[b-z]', '/dev/vda', false],
  ['((25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)', '192.0.2.1', true],
])('%s against %s', (pattern, text, expected) => {
  expect(matchesWhole(pattern, text)).toBe(expected)
})

test.each([
  ['(a+)+b', 'nested repetitions'],
  ['(a|a)*b', 'a repeated choice'],
  ['a*a*a*a*a*b', 'many repetitions'],
  ['((a?){20}){20}', 'counted repetitions of a varying group'],
  ['(?P<name>a)', 'a group of Python'],
  ['(?i)a', 'a flag'],
  ['\\Aa\\Z', 'anchors of Python'],
  ['a++', 'a possessive repetition'],
  ['[', 'an invalid pattern'],
  ['a'.repeat(2000), 'a long pattern'],
])('the result of %s is unknown: %s', (pattern) => {
  const started = processorMs()
  expect(matchesWhole(pattern, 'a'.repeat(40))).toBeUndefined()
  expect(processorMs() - started).toBeLessThan(100)
})
