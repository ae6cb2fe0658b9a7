import { describe, expect, test } from '@jest/globals'
import { judge } from '../../../../src/lint/linters/judge-linter.js'
import type { Report, Reported } from '../../../../src/lint/linters/reported.js'

const one: Reported = { severity: 'warning', message: 'm', help: 'h', places: [] }
const report = (more: Partial<Report> = {}): Report => ({ findings: [], more: 0, ...more })
const judged = (exitCode: number | null, said: Parameters<typeof judge>[2]) =>
  judge({ ended: 'exited', exitCode }, '10m', said)

describe('a check is red', () => {
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
    ['when its tool gave up', judged(0, report({ broken: 'No disk.' })), 'report_incomplete', /No disk\./],
    ['when no test ran', judged(0, report({ ran: 0 })), 'report_incomplete', /no test/],
  ])('%s', (_when, { reason, failure }, expected, message) => {
    expect(reason).toBe(expected)
    expect(failure).toMatch(message)
  })
})

describe('a check is as its findings are', () => {
  test.each([
    ['it found nothing and says so', judged(0, report()), 'clean'],
    ['tests ran and passed', judged(0, report({ ran: 2 })), 'clean'],
    ['its exit status is all that was asked for', judged(0, 'not_expected'), 'clean'],
    ['it found something and failed of it', judged(2, report({ findings: [one] })), 'findings'],
    ['it found something and did not fail', judged(0, report({ findings: [one] })), 'findings'],
  ])('when %s', (_when, judgement, reason) => {
    expect(judgement).toEqual({ reason })
  })
})
