import { XMLParser } from 'fast-xml-parser'

/** How many test cases there were, and how they ended. */
export interface TestCounts {
  tests: number
  failures: number
  errors: number
  skipped: number
}

/** A test case that failed. */
export interface TestFailure {
  name: string
  message: string
  /** Where the test is, when the report says it, as it is written there. */
  file?: string
  line?: number
  /** The end of what is told beside the message, a traceback mostly. */
  trace?: string
}

/** What a JUnit report says. */
export interface JUnitReport {
  counts: TestCounts
  failures: TestFailure[]
}

/** How many failures are kept unless more are asked for. */
const KEPT_FAILURES = 50
const KEPT_MESSAGE = 2_000

/**
 * Read a JUnit report. Cases are counted one by one: the totals that some writers put on a suite disagree with
 * its cases often enough.
 *
 * @param keep how many failures are kept; all are counted
 * @throws Error when the text is not XML, or no JUnit report
 */
export function readJUnit(xml: string, keep = KEPT_FAILURES): JUnitReport {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: true,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => ['testsuite', 'testcase', 'failure', 'error', 'skipped'].includes(name),
  })
  const document = parser.parse(xml, true) as Element
  if (document.testsuites === undefined && document.testsuite === undefined) {
    throw new Error('it has neither <testsuites> nor <testsuite>')
  }
  const report: JUnitReport = { counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, failures: [] }
  countSuites(document, report, keep)
  countSuites(asElement(document.testsuites), report, keep)
  return report
}

/** Add what several reports say; at most `keep` failures are kept. */
export function addReports(reports: readonly JUnitReport[], keep = KEPT_FAILURES): JUnitReport {
  const sum: JUnitReport = { counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, failures: [] }
  for (const { counts, failures } of reports) {
    for (const key of ['tests', 'failures', 'errors', 'skipped'] as const) sum.counts[key] += counts[key]
    sum.failures.push(...failures)
  }
  return { ...sum, failures: sum.failures.slice(0, keep) }
}

type Element = { [name: string]: unknown }

function countSuites(parent: Element, report: JUnitReport, keep: number): void {
  for (const suite of elements(parent.testsuite)) {
    for (const testcase of elements(suite.testcase)) countCase(testcase, suite, report, keep)
    countSuites(suite, report, keep)
  }
}

function countCase(testcase: Element, suite: Element, report: JUnitReport, keep: number): void {
  const { counts, failures } = report
  counts.tests++
  if (testcase.skipped !== undefined) counts.skipped++
  const [first] = [...elements(testcase.failure), ...elements(testcase.error)]
  if (!first) return
  if (testcase.error !== undefined) counts.errors++
  else counts.failures++
  if (failures.length >= keep) return
  const name = [testcase['@classname'], testcase['@name']].filter(Boolean).join('.')
  const text = String(first['#text'] ?? '').trim()
  const message = String(first['@message'] ?? text).trim()
  failures.push({
    name: name || 'unnamed',
    message: message.slice(0, KEPT_MESSAGE),
    ...placeOf(testcase, first, suite),
    ...(text === '' ? {} : { trace: text.slice(-KEPT_MESSAGE) }),
  })
}

/** Not in the format, but many writers add where a test is. */
function placeOf(...elements: Element[]): Pick<TestFailure, 'file' | 'line'> {
  const holder = elements.find((element) => element['@file'])
  if (!holder) return {}
  const line = Number(holder['@line'] ?? holder['@lineno'])
  const file = String(holder['@file'])
  return Number.isInteger(line) && line > 0 ? { file, line } : { file }
}

function elements(value: unknown): Element[] {
  return Array.isArray(value) ? value.map(asElement) : []
}

function asElement(value: unknown): Element {
  return typeof value === 'object' && value !== null ? (value as Element) : { '#text': value }
}
