import { describe, expect, test } from '@jest/globals'
import { parseYaml } from '../../../src/yaml/parse.js'
import { asString, childOf, entriesOf, entryOf, nearestNode, toData, walk } from '../../../src/yaml/tree.js'

function root(text: string) {
  const [document] = parseYaml(text).documents
  if (!document) throw new Error('no document')
  return document
}

describe('merge keys', () => {
  const text = 'base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\nall:\n  <<: [*base, *more]\n  a: own\n'

  test('own keys win, then the earlier of the merged ones', () => {
    expect(toData(childOf(root(text), 'all'))).toEqual({ a: 'own', b: 2, c: 4 })
  })

  test('a merged entry stands where it is written', () => {
    expect(entryOf(childOf(root(text), 'all'), 'c')?.keyRange.start).toEqual({ line: 2, column: 20 })
  })

  test('of equal keys the last one counts', () => {
    expect(toData(root('a: 1\na: 2\n'))).toEqual({ a: 2 })
  })

  test('merges of merges take no more time than their number', () => {
    const doubled = Array.from({ length: 60 }, (_, n) => `l${n + 1}: &l${n + 1}\n  <<: [*l${n}, *l${n}]\n`)
    const document = root(`l0: &l0 {a: 1}\n${doubled.join('')}`)
    expect(toData(childOf(document, 'l60'))).toEqual({ a: 1 })
  })

  test('a chain of merges longer than any stack is cut, not followed', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => `l${n + 1}: &l${n + 1} {<<: *l${n}}\n`)
    const document = root(`l0: &l0 {a: 1}\n${chain.join('')}`)
    expect(entriesOf(childOf(document, 'l20000'))).toEqual([])
  })
})

describe('aliases', () => {
  test('billions of laughs are as few objects as are written', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]\n`)
    const document = root(`l0: &l0 lol\n${levels.join('')}`)
    let visited = 0
    walk(document, () => visited++)
    expect(visited).toBe(1 + 1 + 40 * 10)
    const data = toData(document) as Record<string, unknown[]>
    expect(data.l40?.[0]).toBe(data.l39)
  })

  test('are followed to what they name', () => {
    const document = root('a: &x {b: one}\nc: *x\n')
    expect(asString(childOf(childOf(document, 'c'), 'b'))).toBe('one')
  })
})

test('__proto__ in data changes no prototype', () => {
  const data = toData(root('__proto__: {polluted: yes}\n')) as Record<string, unknown>
  expect(Object.keys(data)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a path that ends early leads to the deepest node on the way', () => {
  const document = root('a:\n  - b: 1\n')
  expect(nearestNode(document, ['a', 0, 'b']).entry?.key).toBe('b')
  expect(nearestNode(document, ['a', 0, 'missing', 'deeper']).node.range.start).toEqual({
    line: 2,
    column: 5,
  })
})
