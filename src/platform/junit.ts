import { XMLParser } from 'fast-xml-parser'

/** The number of test cases, by result. */
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
  /** The file of the test, if the report names one, as it is written there. */
  file?: string
  line?: number
  /** The end of the text after the message, usually a traceback. */
  trace?: string
}

/** The content of a JUnit report. */
export interface JUnitReport {
  counts: TestCounts
  failures: TestFailure[]
}

/** The number of failures to keep by default. */
const KEPT_FAILURES = 50
const KEPT_MESSAGE = 2_000

/**
 * Read a JUnit report. The cases are counted one by one: the totals of a suite often disagree with its cases.
 *
 * @param keep the number of failures to keep; all are counted
 * @throws Error when the text is not XML, or not a JUnit report
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

/** Add up several reports. At most `keep` failures are kept. */
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

/** The format has no place of a test, but many writers add one. */
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
