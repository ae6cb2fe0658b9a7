import { runInNewContext } from 'node:vm'
import type { HttpProbeSettings } from '../../../generated/manifest.js'
import { parseJsonPath, type Scalar, valuesAt } from '../../manifest/json-path.js'
import { systemCode } from '../../platform/errors.js'
import type { HttpAnswer } from '../../platform/http.js'
import { type Answer, bad, GOOD, inconclusive } from './probe.js'

type Expected = Pick<HttpProbeSettings, 'url' | 'status' | 'header' | 'contains' | 'matches' | 'json'>

/** Milliseconds that a pattern may search. */
const BUDGET_MS = 250

/** Characters of a body that texts and patterns are looked for in. */
const SEARCHED = 65_536

/** Whether an answer is what the manifest expects. */
export function checkAnswer(answer: HttpAnswer, expected: Expected): Answer {
  const where = shown(expected.url)
  const { status, headers, body } = answer
  if (!isGoodStatus(status, expected.status)) return bad('status', `${where} answered ${status}`)
  for (const [name, value] of Object.entries(expected.header ?? {})) {
    const given = headers[name.toLowerCase()]
    if (given === value) continue
    const what = given === undefined ? 'without the header' : 'with another value of the header'
    return bad('header', `${where} answered ${what} ${name}`)
  }
  const searched = body.slice(0, SEARCHED)
  if (expected.contains !== undefined && !searched.includes(expected.contains)) {
    return bad('body', `the answer of ${where} does not contain "${expected.contains}"`)
  }
  return checkPattern(where, searched, expected.matches) ?? checkJson(where, body, expected.json) ?? GOOD
}

function checkPattern(where: string, text: string, pattern: string | undefined): Answer | undefined {
  if (pattern === undefined) return undefined
  const matches = matchesInTime(pattern, text)
  if (matches === undefined) {
    return inconclusive('pattern', `the pattern /${pattern}/ took too long in the answer of ${where}`)
  }
  return matches ? undefined : bad('body', `the answer of ${where} does not match /${pattern}/`)
}

function checkJson(
  where: string,
  body: string,
  expected: Record<string, Scalar> | undefined,
): Answer | undefined {
  if (expected === undefined) return undefined
  let data: unknown
  try {
    data = JSON.parse(body)
  } catch {
    return bad('json', `the answer of ${where} is not valid JSON`)
  }
  for (const [path, value] of Object.entries(expected)) {
    const steps = parseJsonPath(path)
    if (!steps) return inconclusive('json', `"${path}" is not a valid path`)
    const found = valuesAt(data, steps)
    if (found.includes(value)) continue
    const what = found.length === 0 ? 'nothing' : found.slice(0, 3).map(brief).join(', ')
    return bad('json', `${path} in the answer of ${where} is ${what}, not ${brief(value)}`)
  }
  return undefined
}

function brief(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a mapping'
  return JSON.stringify(value).slice(0, 60)
}

/** Whether an HTTP status is good. @param good the good ones; default: 200 to 399 */
export function isGoodStatus(status: number, good: readonly number[] | undefined): boolean {
  return good ? good.includes(status) : status >= 200 && status < 400
}

/** A URL for messages: without its password and its query. */
export function shown(text: string): string {
  const url = new URL(text)
  return `${url.origin}${url.pathname}${url.search ? '?…' : ''}`
}

/**
 * Whether a regular expression matches a text, in bounded time: one that backtracks for too long is stopped. The text and the
 * pattern are data of the program that runs; neither is evaluated.
 *
 * @returns undefined without a result in time
 */
function matchesInTime(pattern: string, text: string): boolean | undefined {
  try {
    const found: unknown = runInNewContext(
      'new RegExp(pattern, "u").test(text)',
      { pattern, text },
      { timeout: BUDGET_MS },
    )
    return found === true
  } catch (error) {
    if (systemCode(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined
    throw error
  }
}
