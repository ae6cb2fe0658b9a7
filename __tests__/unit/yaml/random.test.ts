import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseYaml } from '../../../src/yaml/parse.js'
import type { Position, Range } from '../../../src/yaml/source.js'
import { toData, walk } from '../../../src/yaml/tree.js'

const RANDOM = { numRuns: Number(process.env.CHANGEOVER_RANDOM_RUNS ?? 500), seed: 1 }

/** Hold every place in the tree, and of every problem, to the text. */
function expectInside(text: string): void {
  const lines = text.split('\n').map(({ length }) => length)
  const inside = ({ line, column }: Position) => column >= 1 && column <= (lines[line - 1] ?? -1) + 1
  const sound = ({ start, end }: Range) =>
    inside(start) &&
    inside(end) &&
    (end.line > start.line || (end.line === start.line && end.column >= start.column))
  const { documents, problems } = parseYaml(text)
  const ranges = problems.flatMap(({ range, first }) => (first ? [range, first] : [range]))
  for (const document of documents) {
    walk(document, (node) => {
      ranges.push(node.range)
      if (node.kind === 'mapping') ranges.push(...node.entries.map(({ keyRange }) => keyRange))
    })
    toData(document)
  }
  expect(ranges.filter((range) => !sound(range))).toEqual([])
}

const piece = fc.oneof(
  fc.constantFrom('a', ': ', ':', '- ', '-', '? ', '\n', '\n  ', '\n    ', ' ', '\t', '\r', '\r\n', ', '),
  fc.constantFrom(
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '|2-\n',
    '>+\n',
    '#',
    ' # ',
    '&a ',
    '*a',
    '!b ',
    '!!str ',
  ),
  fc.constantFrom(
    '<<: ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\\',
    '\\x41',
    '\\ud800',
    '~',
    '1',
    'yes',
    '\u2028',
    '𝄞',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)

describe('parseYaml', () => {
  test('reads or refuses whatever the text is, at places inside of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectInside(pieces.join(''))),
      RANDOM,
    )
  })

  test('gives back what was written as JSON', () => {
    const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false })
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value)
        const { documents, problems } = parseYaml(text)
        expect(problems).toEqual([])
        // numbers are another matter: YAML 1.1 takes 1e3 for a text
        expect(JSON.stringify(toData(documents[0]), textual)).toBe(JSON.stringify(JSON.parse(text), textual))
      }),
      RANDOM,
    )
  })
})

function textual(_key: string, value: unknown): unknown {
  return typeof value === 'number' || (typeof value === 'string' && /^-?[\d.]+(e[+-]?\d+)?$/.test(value))
    ? 'number'
    : value
}
