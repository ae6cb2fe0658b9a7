import { MANIFEST_FILE } from '../../manifest/load.js'
import type { Range } from '../../yaml/source.js'
import { type Found, severityOf } from '../engine/check.js'
import type { Severity } from '../engine/finding.js'
import type { Places } from './places.js'
import { oneLine, type Reported } from './reported.js'
import type { LinterEnd } from './run-linter.js'

/** The family of the rules of linters. They have no pages. */
export const LINTER_FAMILY = 'linter'

export function linterRule(name: string): string {
  return `${LINTER_FAMILY}/${name}`
}

/** How many of the last lines of output a failure shows. */
const SHOWN_LINES = 5

/**
 * The findings of a linter and of its failure, and the number of findings outside the folder, which are left out.
 *
 * @param entry the linter's entry in the manifest, for findings without a place
 */
export function linterFindings(
  end: LinterEnd,
  entry: Range,
  places: Places,
  settings: Readonly<Record<string, Severity | 'off'>>,
): { findings: Found[]; outside: number } {
  const { name } = end.settings
  const rule = linterRule(name)
  const here = { file: MANIFEST_FILE, range: entry }
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
  for (const own of findingsAbout(end, findings.length)) findings.push(found(rule, own, here, settings))
  return { findings, outside }
}

type Words = Pick<Reported, 'severity' | 'message' | 'help'>

/** Findings about the linter itself. */
function findingsAbout(
  { settings: { name }, failure, report, run, tail }: LinterEnd,
  inside: number,
): Words[] {
  const about: Words[] = []
  if (failure !== undefined) about.push(failed(`The linter "${name}" ${failure}`, tail))
  else if (run.exit_code !== 0 && inside === 0) {
    const message = `The linter "${name}" ended with exit status ${run.exit_code}, and all of its findings are outside the folder`
    about.push(failed(message, tail))
  }
  if (report.more > 0) {
    const message = `The linter "${name}" found ${report.more} more problems than the ${report.findings.length} that are kept.`
    about.push({ severity: 'notice', message, help: 'Fix those first, or run the linter by itself.' })
  }
  return about
}

function failed(sentence: string, tail: readonly string[]): Words {
  const last = tail.filter((line) => line.trim() !== '').slice(-SHOWN_LINES)
  const message = last.length === 0 ? `${sentence}.` : `${sentence}: ${oneLine(last.join(' | '))}`
  return { severity: 'error', message, help: 'Run the linter by itself to see its full output.' }
}

function found(
  rule: string,
  { severity, message, help }: Words,
  { file, range: { start, end } }: { file: string; range: Range },
  settings: Readonly<Record<string, Severity | 'off'>>,
): Found {
  const place = { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
  return { rule, severity: severityOf(rule, severity, settings), message, help, file, ...place }
}
