import { describe, expect, test } from '@jest/globals'
import { filled } from '../../../../src/lint/readers/haproxy/jinja.js'
import { wordsOf } from '../../../../src/lint/readers/haproxy/words.js'
import { processorMs } from '../../../support/pace.js'

function texts(line: string): string[] {
  return wordsOf(line, 1).words.map(({ text }) => text)
}

describe('a line is split as HAProxy splits it', () => {
  test.each([
    ['    server a 127.0.0.1:1', ['server', 'a', '127.0.0.1:1']],
    ['a\\ b c', ['a b', 'c']],
    ['a\\#b # comment', ['a#b']],
    ['a#b c', ['a']],
    ['"a b" \'c d\'e', ['a b', 'c de']],
    ['"a \\"b\\" \\n"', ['a "b" \\n']],
    ["'a\\b'", ['a\\b']],
    ['a\\nb', ['a\nb']],
    ['# nothing', []],
    ['\t\r', []],
    ['a\\', ['a\\']],
    ['""', ['']],
  ])('%j', (line, expected) => {
    expect(texts(line)).toEqual(expected)
  })

  test('the range of a word includes its quotes', () => {
    const { words } = wordsOf('  bind "a b" # c', 7)
    expect(words[1]?.range).toEqual({ start: { line: 7, column: 8 }, end: { line: 7, column: 13 } })
  })

  test('a word with an environment variable is unknown', () => {
    const known = wordsOf('"${A}" ${A} \'${A}\' "\\$A"', 1).words.map(({ isKnown }) => isKnown)
    expect(known).toEqual([false, true, true, true])
  })

  test.each([
    ['  log-format "a b', 14],
    ['x \'y"', 3],
  ])('an open quote: %j', (line, column) => {
    expect(wordsOf(line, 3).openQuote?.start).toEqual({ line: 3, column })
  })
})

describe('Jinja', () => {
  test('is blanked out without moving any position', () => {
    const text = '{% raw %}\nbind {{ vip }}:1 {# why #} x\n{% if a %}\ny\n{% endif %}\nz\n'
    const result = filled(text)
    expect(result.text.length).toBe(text.length)
    expect(result.text.split('\n')[1]).toMatch(/^bind \uE000{9}:1 {11}x$/)
    expect([...result.conditional].sort()).toEqual([3, 4, 5])
    expect(result.repeated.size).toBe(0)
  })

  test('in a loop repeats its lines', () => {
    const { repeated, conditional } = filled('a\n{% for x in y %}\nb\n{%- endfor -%}\nc\n')
    expect([repeated.has(3), conditional.has(3), repeated.has(5), conditional.has(5)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test.each(['log-format %{+Q}r', 'log-format {%hr}', 'http-request deny if { path / } {#1'])(
    '%s is not Jinja',
    (line) => {
      expect(filled(line)).toMatchObject({ text: line, isTemplate: false })
    },
  )

  test.each(['{% if'.repeat(20_000), '{{'.repeat(50_000), '{#'.repeat(50_000), '{% for %'.repeat(20_000)])(
    'what is never closed takes no time',
    (text) => {
      const started = processorMs()
      filled(text)
      expect(processorMs() - started).toBeLessThan(1000)
    },
  )
})
