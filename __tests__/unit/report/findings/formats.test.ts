import { describe, expect, test } from '@jest/globals'
import { findingsIn } from '../../../../src/report/findings/formats.js'
import { validateGithub } from '../../../../src/report/findings/github.js'
import { validateMarkdown } from '../../../../src/report/findings/markdown.js'
import { FINDINGS_FORMATS } from '../../../../src/report/findings/view.js'
import { parseWorkflowCommands } from '../../../rig/workflow-commands.js'
import { finding, HOSTILE } from '../samples.js'
import { viewOf } from './samples.js'

function many(n: number) {
  return Array.from({ length: n }, (_, at) =>
    finding({ file: `f${at % 7}.yaml`, line: at + 1, message: `Wrong ${at} ${'ü'.repeat(50)}.` }),
  )
}

describe('validateGithub', () => {
  test('is a command for each finding, the most severe first, with the path from the top folder', () => {
    const text = validateGithub(
      viewOf([finding({ severity: 'notice', line: 3, end_line: 5 }), finding()], { prefix: 'one/' }),
    )
    expect(parseWorkflowCommands(text)).toEqual([
      {
        name: 'error',
        properties: {
          title: 'heat/unknown-resource-type',
          file: 'one/heat/app.yaml',
          line: '12',
          endLine: '12',
          col: '11',
          endColumn: '26',
        },
        message: 'OS::Nova::Sever is not a resource type.\nDid you mean OS::Nova::Server?',
      },
      {
        name: 'notice',
        // a runner takes columns only for a place within one line
        properties: {
          title: 'heat/unknown-resource-type',
          file: 'one/heat/app.yaml',
          line: '3',
          endLine: '5',
        },
        message: expect.any(String),
      },
    ])
  })

  test('does not turn a file name or a message into a command', () => {
    const file = 'a,line=9::x\r\n::warning::b%0A'
    const text = validateGithub(viewOf([finding({ file, message: 'm\n::warning::c', help: HOSTILE })]))
    const commands = parseWorkflowCommands(text)
    expect(commands).toHaveLength(1)
    expect(commands[0]).toMatchObject({ properties: { file, line: '12' } })
    expect(text.trimEnd()).not.toMatch(/[\r\n\u001b\u202e]/)
  })

  test('is empty without findings', () => {
    expect(validateGithub(viewOf([]))).toBe('')
  })
})

describe('validateMarkdown', () => {
  test('starts many findings with a count for each rule', () => {
    const markdown = validateMarkdown(viewOf([...many(11), finding({ rule: 'heat/b', severity: 'notice' })]))
    expect(markdown).toContain(
      '| Severity | Rule | Findings | Files |\n| --- | --- | --- | --- |\n| error | `heat/unknown-resource-type` | 11 | 7 |\n| notice | `heat/b` | 1 | 1 |',
    )
    expect(validateMarkdown(viewOf(many(10)))).not.toContain('| Findings |')
  })

  test('links each finding to its line if there is a URL', () => {
    const link = () => 'https://github.com/o/r/blob/c/heat/app.yaml#L12'
    expect(validateMarkdown({ ...viewOf([finding()]), link })).toContain(
      '| [12:11](https://github.com/o/r/blob/c/heat/app.yaml#L12) |',
    )
    expect(validateMarkdown({ ...viewOf([finding()]), link: () => undefined })).toContain('| 12:11 |')
  })

  test('fails as --fail-on decides', () => {
    const view = viewOf([finding({ severity: 'warning' })])
    expect(validateMarkdown(view)).toContain('### ✅ Definitions passed')
    expect(validateMarkdown({ ...view, failOn: 'warning' })).toContain('### ❌ Definitions failed')
    expect(validateMarkdown({ ...viewOf([finding()]), failOn: 'never' })).toContain('### ✅')
  })

  test('names the base of the comparison', () => {
    const view = viewOf([])
    view.result.base = { ref: 'a`|b', commit: '0123456789abcdef', known: 2 }
    expect(validateMarkdown(view)).toContain(
      'New since ``a`|b`` (`0123456789`). 2 older findings are not shown.',
    )
  })

  test.each([3_000, 20_000, 100_000])(
    'has at most %d bytes, and counts the findings that do not fit',
    (limit) => {
      const findings = many(2_000)
      const rest = 'All are in `report`.'
      const markdown = validateMarkdown({ ...viewOf(findings), limit, rest })
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit)
      expect(Buffer.byteLength(markdown)).toBeGreaterThan(limit - 1_500)
      const rows = markdown.match(/^\| \d+:11 /gm)?.length ?? 0
      expect(markdown).toContain(
        `_${(2_000 - rows).toLocaleString('en-US')} more findings do not fit here. ${rest}_`,
      )
    },
  )

  test('is complete without a limit', () => {
    expect(validateMarkdown(viewOf(many(2_000))).match(/^\| \d+:11 /gm)).toHaveLength(2_000)
  })
})

describe('findingsIn', () => {
  test.each(FINDINGS_FORMATS)('%s has all findings and ends with a newline', (format) => {
    const text = findingsIn(format, viewOf([finding(), finding({ line: 77, message: 'Other.' })]), {
      color: false,
    })
    expect(text).toMatch(/[^\n]\n$/)
    expect(text).toContain('12')
    expect(text).toContain('77')
  })
})
