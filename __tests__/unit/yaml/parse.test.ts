import { describe, expect, test } from '@jest/globals'
import { parseYaml } from '../../../src/yaml/parse.js'
import { asSequence, childOf, type YamlNode } from '../../../src/yaml/tree.js'
import { processorMs } from '../../support/pace.js'

function root(text: string): YamlNode {
  const { documents, problems } = parseYaml(text)
  expect(problems).toEqual([])
  const [document] = documents
  if (!document) throw new Error('no document')
  return document
}

/** `line:column-line:column`, end exclusive. */
function place(node: YamlNode | undefined): string {
  if (!node) return 'nowhere'
  const { start, end } = node.range
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

function problemsIn(text: string): string[] {
  return parseYaml(text).problems.map(
    ({ kind, range }) => `${kind} ${range.start.line}:${range.start.column}`,
  )
}

describe('places', () => {
  test.each([
    ['plain', 'a: value\n', '1:4-1:9'],
    ['plain, after other lines', '# note\n\na:   value # note\n', '3:6-3:11'],
    ['single-quoted, quotes included', "a: 'it''s'\n", '1:4-1:11'],
    ['double-quoted over two lines', 'a: "one\n  two"\n', '1:4-2:7'],
    ['literal block, from its indicator, with its last line end', 'a: |\n  one\n  two\n', '1:4-4:1'],
    ['folded block with a header and a comment', 'a: >2- # note\n   one\n', '1:4-3:1'],
    ['a value that is not written', 'a:\nb: 1\n', '1:2-1:2'],
    ['flow sequence', 'a: [1, two]\n', '1:4-1:11'],
    ['block mapping', 'a:\n  b: 1\n  c: 2\n', '2:3-3:7'],
    ['an anchored value, without its anchor', 'a: &x value\n', '1:7-1:12'],
    ['a tagged value, without its tag', 'a: !vault value\n', '1:11-1:16'],
    ['after Windows line ends', 'z: 1\r\na: value\r\n', '2:4-2:9'],
    ['after characters outside the basic plane, in UTF-16 units', 'a: "😀"\n', '1:4-1:8'],
  ])('%s', (_name, text, expected) => {
    expect(place(childOf(root(text), 'a'))).toBe(expected)
  })

  test('keys have places of their own, aliases too', () => {
    const document = root('"quoted key": &x 1\nb: *x\n')
    const keys = document.kind === 'mapping' ? document.entries.map(({ keyRange }) => keyRange) : []
    expect(keys.map(({ start, end }) => [start.column, end.column])).toEqual([
      [1, 13],
      [1, 2],
    ])
    expect(place(childOf(document, 'b'))).toBe('2:4-2:6')
  })
})

describe('YAML 1.1 values', () => {
  test.each([
    ['yes', true],
    ['off', false],
    ['0640', 0o640],
    ['1:30', 90],
    ['~', null],
    ['2018-08-31', '2018-08-31'],
    ['"yes"', 'yes'],
    ['!vault yes', 'yes'],
    ['172.29.236.0/22', '172.29.236.0/22'],
  ])('%s', (written, value) => {
    expect(childOf(root(`a: ${written}\n`), 'a')).toMatchObject({ value })
  })
})

describe('duplicate keys', () => {
  test('are reported at the second one, with the line of the first', () => {
    const { problems } = parseYaml('a: 1\nb: 2\n"a": 3\n')
    expect(problems).toMatchObject([
      { kind: 'duplicate_key', range: { start: { line: 3, column: 1 } }, first: { start: { line: 1 } } },
    ])
    expect(problems[0]?.message).toContain('on line 1')
  })

  test('are looked for in each mapping by itself', () => {
    expect(problemsIn('- {a: 1}\n- {a: 2, b: {a: 3}}\n')).toEqual([])
    expect(problemsIn('a: {b: 1, c: 2, b: 3}\n')).toEqual(['duplicate_key 1:17'])
  })

  test('a third one names the first again', () => {
    expect(parseYaml('a: 1\na: 2\na: 3\n').problems.map(({ first }) => first?.start.line)).toEqual([1, 1])
  })

  test('are compared as a loader does, by value and type', () => {
    expect(problemsIn('80: a\n"80": b\n')).toEqual([])
    expect(problemsIn('yes: a\ntrue: b\n')).toEqual(['duplicate_key 2:1'])
    expect(problemsIn('&x a: 1\n*x : 2\n')).toEqual(['duplicate_key 2:1'])
  })

  test('keys that are collections are never called equal', () => {
    expect(problemsIn('? [a]\n: 1\n? [b]\n: 2\n')).toEqual([])
  })

  test('are found among few keys and among many, also behind a number or a collection', () => {
    const many = Array.from({ length: 20 }, (_, index) => `k${index}: 1\n`).join('')
    expect(problemsIn(`${many}k0: 2\nk19: 2\n`)).toEqual(['duplicate_key 21:1', 'duplicate_key 22:1'])
    expect(problemsIn('a: 1\n80: 2\na: 3\n80: 4\n')).toEqual(['duplicate_key 3:1', 'duplicate_key 4:1'])
    expect(problemsIn('a: 1\n? [b]\n: 2\n"[complex key]": 3\na: 4\n')).toEqual(['duplicate_key 5:1'])
    expect(problemsIn('a: 1\n<<: {b: 1}\n"<<": {c: 1}\na: 2\n')).toEqual(['duplicate_key 4:1'])
    expect(problemsIn('.nan: 1\n.NaN: 2\n')).toEqual(['duplicate_key 2:1'])
  })

  test('several merge keys are no duplicates', () => {
    expect(problemsIn('x: &x {a: 1}\ny:\n  <<: *x\n  <<: *x\n')).toEqual([])
  })

  test('__proto__ and constructor are keys like any other', () => {
    expect(problemsIn('__proto__: 1\nconstructor: 2\n')).toEqual([])
    expect(problemsIn('__proto__: 1\n__proto__: 2\n')).toEqual(['duplicate_key 2:1'])
  })
})

describe('as PyYAML and libyaml read', () => {
  test.each([
    ['a closing brace at the start of the line', 'a: {\n  b: 1, # note\n}\nc: 2\n'],
    ['brackets over lines without indentation', 'a:\n  b: [\n1,\n2\n]\nc: 2\n'],
    ['tabs within braces', 'a: {\n\tb: 1\n}\nc: 2\n'],
    ['a quoted text that goes on at the start of the line', 'a: "one\ntwo"\nc: 2\n'],
    ['a comment that touches a quote', "a: 'b'#note\nc: 2\n"],
    ['a comment that touches a comma', 'a: [b,#note\n  d]\nc: 2\n'],
    ['unknown tags', 'a: !vault |\n  $ANSIBLE_VAULT\nb: !Ref x\nc: 2\n'],
    ['a key of more than a thousand characters', `${'k'.repeat(1100)}: 1\nc: 2\n`],
  ])('%s', (_name, text) => {
    const document = root(text)
    const last = document.kind === 'mapping' ? document.entries.at(-1) : undefined
    expect(last).toMatchObject({ key: 'c', value: { value: 2 } })
    expect(last?.keyRange.start).toEqual({ line: text.trimEnd().split('\n').length, column: 1 })
  })

  test('what is within such brackets has its true place and value', () => {
    const document = root('a: {\nb: "x\ny",\n  c: &n [1,\n2]\n}\nd: *n\n')
    expect(place(childOf(document, 'a'))).toBe('1:4-5:2')
    expect(place(childOf(childOf(document, 'a'), 'b'))).toBe('2:4-3:3')
    expect(childOf(childOf(document, 'a'), 'b')).toMatchObject({ value: 'x y' })
    expect(asSequence(childOf(document, 'd'))?.items.map(place)).toEqual(['4:10-4:11', '5:1-5:2'])
  })
})

describe('syntax errors', () => {
  test.each([
    ['a tab in the indentation', 'a:\n  b: 1\n\tc: 2\n', 'syntax 3:1'],
    ['a colon in a plain value', 'a: b: c\n', 'syntax 1:5'],
    ['a bracket that is never closed', 'a: [1\n', 'syntax 2:1'],
    ['a quote that is never closed: where the indentation goes back', 'a: "x\nb: 1\nc: 2\n', 'syntax 2:1'],
    ['an error behind brackets that needed mercy', 'a: [\n1]\nb:\n\tc: 1\n', 'syntax 4:1'],
    ['an alias of nothing', 'a: *nobody\n', 'syntax 1:4'],
    ['an alias within its own anchor', 'a: &me [1, *me]\n', 'syntax 1:12'],
    ['an anchor of another document', 'a: &x 1\n---\nb: *x\n', 'syntax 3:4'],
    ['a control character', 'a: \u0001\n', 'syntax 1:4'],
  ])('%s', (_name, text, expected) => {
    expect(problemsIn(text)).toEqual([expected])
    expect(parseYaml(text).documents).toEqual([])
  })

  test('a hundred levels and more', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}\n`
    expect(problemsIn(nested(99))).toEqual([])
    expect(problemsIn(nested(100))).toEqual(['syntax 1:100'])
    expect(problemsIn(nested(100_000))).toHaveLength(1)
  })
})

describe('time', () => {
  test('a quote that is never closed, before many lines, does not make parsing slow', () => {
    const started = processorMs()
    expect(problemsIn(`a: "x\n${'b: y\n'.repeat(200_000)}`)).toHaveLength(1)
    expect(processorMs() - started).toBeLessThan(5000)
  })
})
