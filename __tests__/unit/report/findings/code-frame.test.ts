import { describe, expect, test } from '@jest/globals'
import { codeFrame } from '../../../../src/report/findings/code-frame.js'
import { processorMs } from '../../../support/pace.js'

/** The line and the mark below it, as they are printed. */
function drawn(line: string, from: number, to: number, width = 80): string[] {
  const { text, start, length } = codeFrame(line, from, to, width)
  return [text, `${' '.repeat(start)}${'^'.repeat(length)}`]
}

describe('codeFrame', () => {
  test('marks the range', () => {
    expect(drawn('a: get_param', 4, 13)).toEqual(['a: get_param', '   ^^^^^^^^^'])
  })

  test('marks a single column for a range that is empty or after the end of the line', () => {
    expect(drawn('abc', 2, 2)).toEqual(['abc', ' ^'])
    expect(drawn('abc', 4, 4)).toEqual(['abc', '   ^'])
    expect(drawn('abc', 99, 120)).toEqual(['abc', '   ^'])
    expect(drawn('', 1, 1)).toEqual(['', '^'])
    expect(drawn('abc', 3, 1)).toEqual(['abc', '  ^'])
  })

  test('counts a tab as the spaces that replace it', () => {
    expect(drawn('\tab\tcd', 5, 7)).toEqual(['    ab  cd', '        ^^'])
    expect(drawn('a\tb', 2, 3)).toEqual(['a   b', ' ^^^'])
  })

  test('counts wide characters as two columns and combining marks as none', () => {
    expect(drawn('名前: x', 5, 6)).toEqual(['名前: x', '      ^'])
    expect(drawn('名前: x', 1, 3)).toEqual(['名前: x', '^^^^'])
    expect(drawn('e\u0301: x', 5, 6)).toEqual(['e\u0301: x', '   ^'])
    expect(drawn('👍🏽: x', 7, 8)).toEqual(['👍🏽: x', '    ^'])
  })

  test('shows control characters as their codes', () => {
    expect(drawn('a\u001b[31mb', 7, 8)).toEqual(['a\\x1b[31mb', '         ^'])
    expect(drawn('\u202eab\u0000', 2, 3)).toEqual(['\\u202eab\\x00', '      ^'])
  })

  test('cuts a long line around the place', () => {
    const line = `${'a'.repeat(100)}HERE${'b'.repeat(100)}`
    const [text = '', mark = ''] = drawn(line, 101, 105, 30)
    expect(text).toMatch(/^…a+HEREb+…$/)
    expect(text.length).toBeLessThanOrEqual(30)
    expect(text.slice(mark.indexOf('^'), mark.length)).toBe('HERE')
  })

  test.each([
    ['the beginning', 1, 5],
    ['the end', 197, 201],
  ])('cuts a long line at one end when the place is at %s', (_where, from, to) => {
    const line = `HERE${'a'.repeat(192)}HERE`
    const [text = '', mark = ''] = drawn(line, from, to, 40)
    expect(text.length).toBeLessThanOrEqual(40)
    expect(text.match(/…/g)).toHaveLength(1)
    expect(text.slice(mark.indexOf('^'), mark.length)).toBe('HERE')
  })

  test('keeps the mark within the part that is shown', () => {
    const [text = '', mark = ''] = drawn('x'.repeat(300), 1, 301, 40)
    expect(text.length).toBeLessThanOrEqual(40)
    expect(mark.length).toBeLessThanOrEqual(40)
  })

  test('is fast for a line of a megabyte, and does not split a character', () => {
    const line = '👍'.repeat(500_000)
    const started = processorMs()
    const { text } = codeFrame(line, 500_001, 500_003, 60)
    expect(processorMs() - started).toBeLessThan(200)
    expect(text).toMatch(/^…(?:👍)+…$/u)
  })
})
