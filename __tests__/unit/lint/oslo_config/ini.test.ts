import { describe, expect, test } from '@jest/globals'
import { type IniFile, readIni } from '../../../../src/lint/readers/oslo_config/ini.js'
import { processorMs } from '../../../support/pace.js'

/** The options as `[section] name = value`. */
function written(file: IniFile): string[] {
  return file.sections.flatMap(({ name, options }) =>
    options.map((option) => `[${name}] ${option.name} = ${option.value}`),
  )
}

function problems(file: IniFile): string[] {
  return file.problems.map(({ kind, range }) => `${kind} ${range.start.line}:${range.start.column}`)
}

describe('INI as oslo.config reads it', () => {
  test('ends the name at the first sign, and removes one pair of quotes', () => {
    const file = readIni('[DEFAULT]\na = 1\nb: x=y\nc=x:y\nd = "\'quoted\'"\ne = "half\nf =\ng = "\n')
    expect(written(file)).toEqual([
      '[DEFAULT] a = 1',
      '[DEFAULT] b = x=y',
      '[DEFAULT] c = x:y',
      "[DEFAULT] d = 'quoted'",
      '[DEFAULT] e = "half',
      '[DEFAULT] f = ',
      '[DEFAULT] g = ',
    ])
    expect(file.problems).toEqual([])
  })

  test('recognizes comments only at the start of a line', () => {
    const file = readIni('# one\n; two\n[a]\nx = 1 # three\n')
    expect(written(file)).toEqual(['[a] x = 1 # three'])
  })

  test('continues a value on indented lines, until a blank line or a comment', () => {
    const file = readIni('[a]\nx = 1,\n  2,\n\t# no comment\ny = 2\n\n z = 3\n# end\n again\n')
    expect(written(file)).toEqual(['[a] x = 1,\n2,\n# no comment', '[a] y = 2'])
    expect(problems(file)).toEqual(['unexpected-continuation 7:2', 'unexpected-continuation 9:2'])
    const [section] = file.sections
    expect(section?.options[0]?.lines.map(({ range }) => range.start)).toEqual([
      { line: 2, column: 5 },
      { line: 3, column: 3 },
      { line: 4, column: 2 },
    ])
    expect(section?.options[0]?.valueRange).toMatchObject({
      start: { line: 2, column: 5 },
      end: { line: 4, column: 14 },
    })
  })

  test('keeps duplicates, and makes one section of several headers', () => {
    const file = readIni('[a]\nx = 1\n[b]\n[a]\nx = 2\n')
    expect(written(file)).toEqual(['[a] x = 1', '[a] x = 2'])
    expect(file.sections.map(({ name, headers }) => [name, headers.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  test('reports every line that the parser refuses, each at its place', () => {
    const file = readIni('x = 1\n[a\n[]\n[b] # why\n[c]\nword\n  = 3\n: 3\n')
    expect(problems(file)).toEqual([
      'no-section 1:1',
      'unclosed-section 2:1',
      'empty-section 3:1',
      'unclosed-section 4:1',
      'no-assignment 6:1',
      'unexpected-continuation 7:3',
      'empty-name 8:1',
    ])
  })

  test('reads CRLF, and counts columns in UTF-16', () => {
    const file = readIni('[a]\r\n😀 = 1\r\n\r\ny = "2"\r\n')
    expect(written(file)).toEqual(['[a] 😀 = 1', '[a] y = 2'])
    expect(file.sections[0]?.options[0]?.valueRange).toMatchObject({
      start: { line: 2, column: 6 },
      end: { line: 2, column: 7 },
    })
  })

  test('accepts names of JavaScript prototypes', () => {
    const file = readIni('[__proto__]\nconstructor = 1\n[constructor]\n__proto__ = 2\n')
    expect(written(file)).toEqual(['[__proto__] constructor = 1', '[constructor] __proto__ = 2'])
  })

  test('reads a long file in linear time', () => {
    const started = processorMs()
    readIni(`[a]\nx = 1\n${'  more {{ x }}\n'.repeat(100_000)}`)
    readIni(`${'{% if a %}\n'.repeat(20_000)}${'[x'.repeat(100_000)}`)
    readIni(`${'{%'.repeat(5_000)}${'{#'.repeat(5_000)}`)
    expect(processorMs() - started).toBeLessThan(2000)
  })
})

describe('Jinja in INI', () => {
  test('statements leave no text, and the branches of a condition differ', () => {
    const file = readIni(
      '{% if a %}\n[a]\nx = 1\n{% elif b %}\nx = 2\n{% else %}\nx = 3\n{% for i in j %}\nx = 4\n{% endfor %}\n{% endif %}\nx = 5\n',
    )
    expect(file.problems).toEqual([])
    expect(file.sections[0]?.options.map(({ value, branch }) => `${value} ${branch}`)).toEqual([
      '1 0.0',
      '2 0.1',
      '3 0.2',
      '4 1.0',
      '5 ',
    ])
  })

  test('a statement does not end a value', () => {
    const file = readIni('[a]\nx = 1,\n{% if b %}\n  2\n{% endif %}\n{# over\n\nlines #}\n  3\n')
    expect(file.problems).toEqual([])
    expect(written(file)).toEqual(['[a] x = 1,\n2\n3'])
  })

  test('text after a statement on its line is in its branch', () => {
    const file = readIni('[a]\n{% if b %}x = 1\n{% else %}y = {% if c %}2{% endif %}\n{% endif %}\n')
    expect(
      file.sections[0]?.options.map(({ name, branch, isTemplated }) => [name, branch, isTemplated]),
    ).toEqual([
      ['x', '0.0', false],
      ['y', '0.1', true],
    ])
    expect(file.sections[0]?.options[0]?.nameRange.start).toEqual({ line: 2, column: 11 })
  })

  test('an expression is unknown, even if it spans lines or replaces a whole line', () => {
    const file = readIni(
      '{{ header }}\nx = 1\n[a]\ny = {{ b\n| default("=") }}\nz = 1{{ c }}\n{{ d == 1 }}\n  e\n',
    )
    expect(file.problems).toEqual([])
    expect(file.hasUnknownLines).toBe(true)
    expect(file.sections[0]?.options.map(({ name, isTemplated }) => [name, isTemplated])).toEqual([
      ['y', true],
      ['z', true],
    ])
  })
})
