import { describe, expect, test } from '@jest/globals'
import { judge } from '../../../../src/lint/linters/judge-linter.js'
import type { Report, Reported } from '../../../../src/lint/linters/reported.js'

const one: Reported = { severity: 'warning', message: 'm', help: 'h', places: [] }
const report = (more: Partial<Report> = {}): Report => ({ findings: [], more: 0, ...more })
const judged = (exitCode: number | null, result: Parameters<typeof judge>[2]) =>
  judge({ ended: 'exited', exitCode }, '10m', result)

describe('a linter fails', () => {
  test.each([
    [
      'at its timeout',
      judge({ ended: 'timeout', exitCode: null }, '5s', 'not_expected'),
      'timeout',
      /within 5s/,
    ],
    ['when a signal ended it', judged(null, report({ findings: [one] })), 'command_failed', /signal/],
    ['when it failed and found nothing', judged(1, report()), 'command_failed', /exit status 1$/],
    ['when it failed and has no report', judged(3, 'missing'), 'command_failed', /exit status 3$/],
    ['when there is no such command', judged(127, report({ findings: [one] })), 'command_failed', /127/],
    ['when it wrote no report', judged(0, 'missing'), 'report_missing', /no report/],
    [
      'when its tool did not run to completion',
      judged(0, report({ broken: 'No disk.' })),
      'report_incomplete',
      /No disk\./,
    ],
    ['when no test ran', judged(0, report({ ran: 0 })), 'report_incomplete', /no test/],
  ])('%s', (_when, { reason, failure }, expected, message) => {
    expect(reason).toBe(expected)
    expect(failure).toMatch(message)
  })
})

describe('the findings decide', () => {
  test.each([
    ['its report has no findings', judged(0, report()), 'clean'],
    ['tests ran and passed', judged(0, report({ ran: 2 })), 'clean'],
    ['no report is expected and it exits with 0', judged(0, 'not_expected'), 'clean'],
    ['it has findings and exits with another status', judged(2, report({ findings: [one] })), 'findings'],
    ['it has findings and exits with 0', judged(0, report({ findings: [one] })), 'findings'],
  ])('when %s', (_when, judgement, reason) => {
    expect(judgement).toEqual({ reason })
  })
})
