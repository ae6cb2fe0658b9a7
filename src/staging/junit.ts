import { XMLParser } from 'fast-xml-parser'
import type { TestCounts } from './result.js'

/** What a JUnit report says. */
export interface JUnitReport {
  counts: TestCounts
  failures: { name: string; message: string }[]
}

const KEPT_FAILURES = 50
const KEPT_MESSAGE = 2_000

/**
 * Read a JUnit report. Cases are counted one by one: the totals that some writers put on a suite disagree with
 * its cases often enough.
 *
 * @throws Error when the text is not XML, or no JUnit report
 */
export function readJUnit(xml: string): JUnitReport {
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
  countSuites(document, report)
  countSuites(asElement(document.testsuites), report)
  return report
}

/** Add what several reports say. */
export function addReports(reports: readonly JUnitReport[]): JUnitReport {
  const sum: JUnitReport = { counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, failures: [] }
  for (const { counts, failures } of reports) {
    for (const key of ['tests', 'failures', 'errors', 'skipped'] as const) sum.counts[key] += counts[key]
    sum.failures.push(...failures)
  }
  return { ...sum, failures: sum.failures.slice(0, KEPT_FAILURES) }
}

type Element = { [name: string]: unknown }

function countSuites(parent: Element, report: JUnitReport): void {
  for (const suite of elements(parent.testsuite)) {
    for (const testcase of elements(suite.testcase)) countCase(testcase, report)
    countSuites(suite, report)
  }
}

function countCase(testcase: Element, report: JUnitReport): void {
  const { counts, failures } = report
  counts.tests++
  if (testcase.skipped !== undefined) counts.skipped++
  const failed = [...elements(testcase.failure), ...elements(testcase.error)]
  if (failed.length === 0) return
  if (testcase.error !== undefined) counts.errors++
  else counts.failures++
  if (failures.length >= KEPT_FAILURES) return
  const name = [testcase['@classname'], testcase['@name']].filter(Boolean).join('.')
  const [first] = failed
  const message = String(first?.['@message'] ?? first?.['#text'] ?? '').trim()
  failures.push({ name: name || 'unnamed', message: message.slice(0, KEPT_MESSAGE) })
}

function elements(value: unknown): Element[] {
  return Array.isArray(value) ? value.map(asElement) : []
}

function asElement(value: unknown): Element {
  return typeof value === 'object' && value !== null ? (value as Element) : { '#text': value }
}
