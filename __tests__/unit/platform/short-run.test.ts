import { expect, test } from '@jest/globals'
import { expectShortRun } from '../../../src/platform/short-run.js'

test('code that V8 has optimized already returns the same results', () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
  const numbers = Array.from({ length: 1000 }, (_, index) => index)
  const before = Array.from({ length: 2000 }, () => sum(numbers))
  expectShortRun()
  expectShortRun()
  const after = Array.from({ length: 2000 }, () => sum(numbers))
  expect(new Set([...before, ...after])).toEqual(new Set([499500]))
})
