import { expect, test } from '@jest/globals'
import { expectShortRun, tidyHeap } from '../../../src/platform/engine.js'

test('code that has been run often goes on with the same results', () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
  const numbers = Array.from({ length: 1000 }, (_, index) => index)
  const before = Array.from({ length: 2000 }, () => sum(numbers))
  expectShortRun()
  expectShortRun()
  const after = Array.from({ length: 2000 }, () => sum(numbers))
  expect(new Set([...before, ...after])).toEqual(new Set([499500]))
})

test('what is in use stays, and garbage beyond plenty goes', () => {
  const kept = Array.from({ length: 1000 }, (_, index) => ({ index }))
  let waste: { index: number }[] = Array.from({ length: 6_000_000 }, (_, index) => ({ index }))
  const before = process.memoryUsage().heapUsed
  waste = waste.slice(0, 1)
  tidyHeap()
  // what other tests of this process hold on to is theirs
  expect(before - process.memoryUsage().heapUsed).toBeGreaterThan(100 * 1024 * 1024)
  expect(kept.at(-1)).toEqual({ index: 999 })
  expect(waste).toEqual([{ index: 0 }])
})
