import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { difference, readableJson } from '../../../../script/facts/difference.mjs'
import { type Changes, fullFacts, withChanges } from '../../../../src/lint/facts/changes.js'

const CASES: [string, object, object, Changes][] = [
  ['nothing', { a: 1 }, { a: 1 }, {}],
  ['a new key', { a: 1, c: 3 }, { a: 1, b: 2, c: 3 }, { set: { b: 2 } }],
  ['a removed key', { a: 1, b: 2 }, { b: 2 }, { remove: ['a'] }],
  ['null, which is a value', { a: null, b: 1 }, { a: 1, b: null }, { set: { a: 1, b: null } }],
  [
    'a list of names',
    { names: ['alpha', 'beta', 'delta', 'epsilon', 'eta', 'gamma', 'iota', 'kappa', 'lambda'] },
    { names: ['aaa', 'alpha', 'beta', 'epsilon', 'eta', 'gamma', 'iota', 'kappa', 'lambda', 'zeta'] },
    { change: { names: { add: ['aaa', 'zeta'], remove: ['delta'] } } },
  ],
  [
    'an object inside of an object',
    { outer: { kept: 'a value that is long enough', changed: 1 } },
    { outer: { kept: 'a value that is long enough', changed: 2 } },
    { change: { outer: { set: { changed: 2 } } } },
  ],
  [
    'a list that is not a set of names',
    { list: ['b', 'a'] },
    { list: ['a', 'b'] },
    { set: { list: ['a', 'b'] } },
  ],
  ['a key like that of an object', { a: 1 }, { a: 1, constructor: 2 }, { set: { constructor: 2 } }],
]

test.each(CASES)('the difference is %s', (_title, before, after, changes) => {
  expect(difference(before, after)).toEqual(changes)
  expect(inOrder(withChanges(before, changes))).toEqual(inOrder(after))
})

/** Lists of names in order: changes put new names last. */
function inOrder(value: unknown): unknown {
  const { names, ...rest } = value as { names?: string[] }
  return names ? { ...rest, names: names.toSorted() } : rest
}

test('a release is read through all newer ones that it is based on', () => {
  const files: Record<string, object> = {
    newest: { a: 1, list: ['x', 'y'] },
    newer: { based_on: 'newest', set: { a: 2 } },
    old: { based_on: 'newer', change: { list: { remove: ['x'] } } },
  }
  expect(fullFacts((release) => files[release] ?? {}, 'old')).toEqual({ a: 2, list: ['y'] })
  expect(fullFacts((release) => files[release] ?? {}, 'newest')).toEqual({ a: 1, list: ['x', 'y'] })
})

test('JSON has one entry per line', () => {
  const long = 'x'.repeat(100)
  expect(readableJson({ short: [1, 2], long: { a: long, b: 2 } })).toBe(
    `{\n "short": [1, 2],\n "long": {\n  "a": "${long}",\n  "b": 2\n }\n}\n`,
  )
})

describe('data/', () => {
  const root = new URL('../../../../data/', import.meta.url)
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

  test('has JSON and nothing else', () => {
    expect(files.filter(({ name }) => !/^(?:zed|20\d\d\.[12])\.json$/.test(name))).toEqual([])
    expect(files.length).toBeGreaterThan(200)
  })
})
