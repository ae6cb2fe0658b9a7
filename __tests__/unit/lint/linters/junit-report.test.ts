import { describe, expect, test } from '@jest/globals'
import { readJUnitReport } from '../../../../src/lint/linters/junit-report.js'
import { processorMs } from '../../../support/pace.js'

const suite = (cases: string) => `<testsuite name="pytest">${cases}</testsuite>`
const paths = (xml: string) =>
  readJUnitReport(xml).findings[0]?.places.map(({ path, range }) => `${path}:${range.start.line}`)

describe('readJUnitReport', () => {
  test('makes each failed case an error with its name', () => {
    const report = readJUnitReport(
      suite(`<testcase classname="tests.a" name="test_vip"/>
        <testcase classname="tests.a" name="test_ids"><failure message="51 is\ntaken">long</failure></testcase>
        <testcase name="test_boom"><error/></testcase>
        <testcase name="later"><skipped/></testcase>`),
    )
    expect(report.findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', 'tests.a.test_ids: 51 is taken'],
      ['error', 'test_boom failed'],
    ])
    expect(report).toMatchObject({ ran: 3, more: 0 })
  })

  test('uses the place in the report', () => {
    expect(paths(suite('<testcase name="a" file="tests/a.py" line="7"><failure/></testcase>'))).toEqual([
      'tests/a.py:7',
    ])
  })

  test("otherwise the last places of the traceback, pytest's or Python's", () => {
    const trace = `
    def test_ids():
&gt;       assert check(51)
tests/unit/test_ids.py:12:
lib/ids.py:4: AssertionError
  File "/srv/repo/lib/ids.py", line 9, in check`
    expect(paths(suite(`<testcase name="a"><failure>${trace}</failure></testcase>`))).toEqual([
      '/srv/repo/lib/ids.py:9',
      'lib/ids.py:4',
      'tests/unit/test_ids.py:12',
    ])
  })

  test('otherwise no place', () => {
    expect(paths(suite('<testcase name="a"><failure>12:30: it rains</failure></testcase>'))).toEqual([])
  })

  test('counts all failures and keeps 5,000', () => {
    const report = readJUnitReport(suite('<testcase name="x"><failure/></testcase>'.repeat(5_003)))
    expect([report.findings.length, report.more]).toEqual([5_000, 3])
  })

  test('reads a traceback of a million odd characters quickly', () => {
    const started = processorMs()
    readJUnitReport(
      suite(
        `<testcase name="a"><failure>${'a.b'.repeat(300_000)}\n${'. '.repeat(300_000)}</failure></testcase>`,
      ),
    )
    expect(processorMs() - started).toBeLessThan(2_000)
  })
})
