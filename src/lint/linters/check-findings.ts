import { MANIFEST_FILE } from '../../manifest/load.js'
import type { Range } from '../../yaml/source.js'
import { type Found, severityOf } from '../engine/check.js'
import type { Severity } from '../engine/finding.js'
import type { Places } from './places.js'
import { oneLine, type Reported } from './reported.js'
import type { CheckEnd } from './run-check.js'

/** The family of the rules that checks stand for; they have no pages of their own. */
export const CHECK_FAMILY = 'check'

export function checkRule(name: string): string {
  return `${CHECK_FAMILY}/${name}`
}

/** How many of the last lines are shown with what went wrong. */
const SHOWN_LINES = 5

/**
 * What a check's end means as findings, and how many of its own stand outside of the folder and are left out.
 *
 * @param at where the check stands in the manifest
 */
export function checkFindings(
  end: CheckEnd,
  at: Range,
  places: Places,
  settings: Readonly<Record<string, Severity | 'off'>>,
): { findings: Found[]; outside: number } {
  const { name } = end.settings
  const rule = checkRule(name)
  const here = { file: MANIFEST_FILE, range: at }
  const findings: Found[] = []
  let outside = 0
  for (const reported of end.report.findings) {
    const spot = places.find(reported.places)
    if (spot === 'outside') outside++
    else if (spot === 'nowhere') findings.push(found(rule, reported, here, settings))
    else if ('file' in spot) findings.push(found(rule, reported, spot, settings))
    else {
      const message = `${spot.missing}: ${reported.message}`
      findings.push(found(rule, { ...reported, message }, here, settings))
    }
  }
  for (const own of ownFindings(end, findings.length)) findings.push(found(rule, own, here, settings))
  return { findings, outside }
}

type Said = Pick<Reported, 'severity' | 'message' | 'help'>

/** What is to be said of the check itself. */
function* ownFindings(
  { settings: { name }, failure, report, run, tail }: CheckEnd,
  inside: number,
): Iterable<Said> {
  if (failure !== undefined) yield failed(`The check "${name}" ${failure}`, tail)
  else if (run.exit_code !== 0 && inside === 0) {
    const message = `The check "${name}" ended with exit status ${run.exit_code}, and all that it found stands outside of the folder`
    yield failed(message, tail)
  }
  if (report.more === 0) return
  const message = `The check "${name}" found ${report.more} more problems than the ${report.findings.length} that are kept.`
  yield { severity: 'notice', message, help: 'Mend those first, or run the check by itself.' }
}

function failed(sentence: string, tail: readonly string[]): Said {
  const last = tail.filter((line) => line.trim() !== '').slice(-SHOWN_LINES)
  const message = last.length === 0 ? `${sentence}.` : `${sentence}: ${oneLine(last.join(' | '))}`
  return { severity: 'error', message, help: 'Run the check by itself to see all that it prints.' }
}

function found(
  rule: string,
  { severity, message, help }: Said,
  { file, range: { start, end } }: { file: string; range: Range },
  settings: Readonly<Record<string, Severity | 'off'>>,
): Found {
  const place = { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
  return { rule, severity: severityOf(rule, severity, settings), message, help, file, ...place }
}
