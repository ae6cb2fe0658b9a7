import { expect, test } from '@jest/globals'
import { parseJsonPath, valuesAt } from '../../../src/manifest/json-path.js'

const data = {
  versions: [
    { id: 'v2', links: [{ rel: 'self' }] },
    { id: 'v3', links: [{ rel: 'next' }, { rel: 'self' }] },
  ],
  'odd name': { 'a.b': true },
  none: null,
}

test.each<[string, unknown[]]>([
  ['versions[0].id', ['v2']],
  ['$.versions[-1].id', ['v3']],
  ['versions[*].links[*].rel', ['self', 'next', 'self']],
  ['["odd name"]["a.b"]', [true]],
  ['none', [null]],
  ['versions[2].id', []],
  ['versions.length', []],
  ['constructor.name', []],
  ['none.x', []],
  ['$', [data]],
])('%s', (path, found) => {
  const steps = parseJsonPath(path)
  expect(steps && valuesAt(data, steps)).toEqual(found)
})

test.each(['versions[?(@.id)]', 'a..b', 'a[', 'a]', '[x]', 'a b', 'a[0]b', '`', '.', 'a.', '[1e9]'])(
  '%s is not a path',
  (path) => {
    expect(parseJsonPath(path)).toBeUndefined()
  },
)

test('many elements of many elements do not grow without measure', () => {
  const wide = Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => [1, 2, 3]))
  const steps = parseJsonPath('[*][*][*]') ?? []
  expect(valuesAt(wide, steps).length).toBeLessThanOrEqual(10_000)
})
