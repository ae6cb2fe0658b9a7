import { describe, expect, test } from '@jest/globals'
import { code, codeCell, inline, mermaidLabel, oneLine } from '../../../src/report/escape.js'

describe('oneLine', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]8;;http://evil\u0007link\u001b]8;;\u001b\\', 'link'],
    ['\u009b2Jcleared', 'cleared'],
    ['\u001bPdevice\u001b\\kept', 'kept'],
    ['a\r\n\tb\u2028c', 'a b c'],
    ['bell\u0007 back\b\u007f', 'bell back'],
    ['evil\u202egnp.exe\u2066', 'evilgnp.exe'],
    ['a\u200bb\ufeff', 'ab'],
    ['\u001b', ''],
    ['naïve 日本 ✔', 'naïve 日本 ✔'],
  ])('%j is %j', (text, plain) => {
    expect(oneLine(text)).toBe(plain)
  })
})

describe('inline', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['<img onerror=x>', '\\<img onerror=x\\>'],
    ['[a](http://b)', '\\[a\\](http\\://b)'],
    ['**a** __b__ ~~c~~ `d`', '\\*\\*a\\*\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~ \\`d\\`'],
    ['\\| already', '\\\\\\| already'],
    ['@team #1 $x$ &amp;', '\\@team \\#1 \\$x\\$ \\&amp;'],
    ['# title', '\\# title'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['a\n# b', 'a \\# b'],
    ['keystone 27.0.0 is up (200)', 'keystone 27.0.0 is up (200)'],
  ])('%j is %j', (text, escaped) => {
    expect(inline(text)).toBe(escaped)
  })
})

describe('code', () => {
  test.each([
    ['a*b', '`a*b`'],
    ['a`b', '``a`b``'],
    ['`a``b`', '``` `a``b` ```'],
    ['a\nb', '`a b`'],
    ['', ''],
  ])('%j is %j', (text, span) => {
    expect(code(text)).toBe(span)
  })

  test('keeps text with a pipe in one cell', () => {
    expect(codeCell('a|b')).toBe('`a\\|b`')
  })
})

describe('mermaidLabel', () => {
  test.each([
    ['keystone', 'keystone'],
    ['a"]; end', 'a#34;#93;#59; end'],
    ['#35;', '#35;35#59;'],
    ['<br/>', '#60;br#47;#62;'],
    ['1. one', '1#46; one'],
    ['- one', '#45; one'],
    ['2.0.0-rc.1', '2.0.0-rc.1'],
    ['日本 ü', '日本 ü'],
    ['a\nb', 'a b'],
  ])('%j is %j', (text, label) => {
    expect(mermaidLabel(text)).toBe(label)
  })

  test('is short', () => {
    expect(mermaidLabel('é'.repeat(100))).toBe(`${'é'.repeat(59)}#8230;`)
  })
})
