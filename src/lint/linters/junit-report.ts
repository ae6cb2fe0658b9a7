import { readJUnit, type TestFailure } from '../../platform/junit.js'
import { KEPT_FINDINGS, lineRange, oneLine, type Place, type Report } from './reported.js'

/** The failures in a JUnit report, and how many tests ran. */
export function readJUnitReport(content: string): Report & { ran: number } {
  const { counts, failures } = readJUnit(content, KEPT_FINDINGS)
  const findings = failures.map((failure) => ({
    severity: 'error' as const,
    message: oneLine(
      failure.message === '' ? `${failure.name} failed` : `${failure.name}: ${failure.message}`,
    ),
    help: 'Fix the problem that the test found, or fix the test.',
    places: placesOf(failure),
  }))
  const more = counts.failures + counts.errors - findings.length
  return { findings, more, ran: counts.tests - counts.skipped }
}

/** `tests/test_a.py:12: AssertionError`, or `File "/x/test_a.py", line 12`, the last lines of a traceback in Python and other languages. */
const TRACE_LINE = /^\s*(?:File "([^"\n]{1,500})", line (\d{1,9})|([^\s:"]{1,500}\.\w{1,10}):(\d{1,9}):)/

function placesOf({ file, line, trace = '' }: TestFailure): Place[] {
  const traced: Place[] = []
  for (const text of trace.split('\n')) {
    const match = TRACE_LINE.exec(text)
    if (match) traced.unshift({ path: match[1] ?? match[3], range: lineRange(Number(match[2] ?? match[4])) })
  }
  return file === undefined ? traced : [{ path: file, range: lineRange(line ?? 1) }, ...traced]
}
