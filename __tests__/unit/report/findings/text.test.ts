import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import type { Severity } from '../../../../src/lint/engine/finding.js'
import { validateText } from '../../../../src/report/findings/text.js'
import { finding, HOSTILE } from '../samples.js'
import { viewOf } from './samples.js'

const plain = { color: false }
const LINE = { 'heat/app.yaml:12': '    type: OS::Nova::Sever' }

function many(n: number, severity: Severity = 'error') {
  return Array.from({ length: n }, (_, at) => finding({ line: at + 1, message: `Wrong ${at}.`, severity }))
}

describe('validateText with source lines', () => {
  test('shows the source line below the message', () => {
    const place = finding({ column: 11, end_column: 26 })
    expect(
      validateText(viewOf([place], {}, LINE), plain)
        .split('\n')
        .slice(0, 4),
    ).toEqual([
      'heat/app.yaml:12:11  error  OS::Nova::Sever is not a resource type.  [heat/unknown-resource-type]',
      '    12 │     type: OS::Nova::Sever',
      '       │           ^^^^^^^^^^^^^^^',
      '    help: Did you mean OS::Nova::Server?',
    ])
  })

  test('marks the rest of the first line of a range over several', () => {
    const text = validateText(viewOf([finding({ end_line: 14, end_column: 2 })], {}, LINE), plain)
    expect(text).toContain(`│           ${'^'.repeat(15)}\n`)
  })

  test('shows no source line that is blank or cannot be read', () => {
    expect(validateText(viewOf([finding()], {}, { 'heat/app.yaml:12': '  ' }), plain)).not.toContain('│')
    expect(validateText(viewOf([finding()]), plain)).not.toContain('│')
  })

  test('fits the width of the terminal', () => {
    const lines = { 'heat/app.yaml:12': 'x'.repeat(500) }
    const text = validateText(viewOf([finding()], {}, lines), { ...plain, width: 60 })
    const frame = text.split('\n').filter((line) => line.includes('│'))
    expect(frame).toHaveLength(2)
    for (const line of frame) expect(line.length).toBeLessThanOrEqual(60)
  })

  test('colors do not change the text', () => {
    const view = viewOf([finding(), ...many(12, 'warning')], {}, LINE)
    const colored = validateText(view, { color: true })
    expect(colored).toContain('\u001b[')
    expect(stripVTControlCharacters(colored)).toBe(validateText(view, plain))
  })

  test('text from outside is escaped, also in the source line', () => {
    const hostile = finding({ file: HOSTILE, message: HOSTILE, help: HOSTILE })
    const text = validateText(viewOf([hostile], {}, { [`${HOSTILE}:12`]: HOSTILE }), plain)
    expect(text).toContain('\\x1b[31m')
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text).not.toMatch(/^\s*::error/m)
  })
})

describe('many findings', () => {
  test('with the same message in one file are one problem with several places', () => {
    const text = validateText(viewOf([finding(), finding({ line: 20 }), finding({ line: 31 })]), plain)
    expect(text.match(/^heat\/app/gm)).toHaveLength(1)
    expect(text).toContain('\n    also: 20:11, 31:11\n')
    expect(text).toContain('✖ 3 errors.')
  })

  test('end with a count for each rule', () => {
    const text = validateText(
      viewOf([...many(11), finding({ file: 'b.yaml', rule: 'heat/z', severity: 'notice' })]),
      plain,
    )
    expect(text).toMatch(/\nseverity +rule +findings +files\nerror +heat\/unknown-resource-type +11 +1\n/)
    expect(text).toMatch(/\nnotice +heat\/z +1 +1\n/)
    expect(validateText(viewOf(many(10)), plain)).not.toContain('severity  ')
  })

  test('have one line each, and a note that explains why there are no source lines', () => {
    const lines = Object.fromEntries(many(1000).map(({ line }) => [`heat/app.yaml:${line}`, 'type: x']))
    const text = validateText(viewOf(many(1000), {}, lines), plain)
    expect(text.match(/^heat\/app\.yaml:\d+:11 {2}error/gm)).toHaveLength(1000)
    expect(text).not.toContain('│')
    expect(text).toContain('Source lines are shown for up to 100 problems only.')
    expect(validateText(viewOf(many(100), {}, lines), plain)).toContain('│')
  })
})

describe('the verdict', () => {
  test.each([
    ['error', 'warning', '✔'],
    ['warning', 'warning', '✖'],
    ['notice', 'warning', '✖'],
    ['warning', 'notice', '✔'],
    ['never', 'error', '✔'],
  ] as const)('with --fail-on %s and a %s is %s', (failOn, severity, mark) => {
    const text = validateText(viewOf([finding({ severity })], { failOn }), plain)
    expect(text.split('\n').at(-1)).toContain(`${mark} 1 ${severity}.`)
  })

  test('--quiet hides the findings that do not count, and says how many they are', () => {
    const view = viewOf([finding(), ...many(3, 'warning')])
    const text = validateText(view, { ...plain, quiet: true })
    expect(text).not.toMatch(/ {2}warning {2}/)
    expect(text).toContain('3 findings of lower severity are not shown.\n✖ 1 error, 3 warnings.')
    expect(validateText(viewOf(many(1, 'notice')), { ...plain, quiet: true })).toMatch(
      /^(?:Checked .*\n)?1 finding of lower severity is not shown\.\n✔ 1 notice\. 4 files checked, 1 skipped\.$/,
    )
  })

  test.each([
    [0, 'New since main (0123456789).'],
    [1, 'New since main (0123456789). 1 older finding is not shown.'],
    [1234, 'New since main (0123456789). 1,234 older findings are not shown.'],
  ])('says that %d were there before', (known, sentence) => {
    const view = viewOf([])
    view.result.base = { ref: 'main', commit: '0123456789abcdef', known }
    expect(validateText(view, plain)).toBe(`${sentence}\n✔ No findings. 4 files checked, 1 skipped.`)
  })
})
