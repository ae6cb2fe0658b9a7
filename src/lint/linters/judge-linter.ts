import type { CommandResult } from '../../platform/shell.js'
import type { LinterRun } from '../engine/finding.js'
import type { Report } from './reported.js'

/** How a linter ended, and why it fails regardless of its report. */
export interface Judged {
  reason: LinterRun['reason']
  /** The rest of a sentence that begins with the name of the linter. */
  failure?: string
}

/** A pass needs exit status 0, the expected report, and a tool that ran to completion. */
export function judge(
  { ended, exitCode }: Pick<CommandResult, 'ended' | 'exitCode'>,
  timeout: string,
  report: Report | 'missing' | 'not_expected',
): Judged {
  if (ended === 'timeout') {
    return { reason: 'timeout', failure: `did not finish within ${timeout} and was stopped` }
  }
  if (exitCode === null) return { reason: 'command_failed', failure: 'was ended by a signal' }
  const found = typeof report === 'object' ? report.findings.length : 0
  // 126 and 127 come from bash: the command cannot be executed, or does not exist
  if (exitCode === 126 || exitCode === 127 || (exitCode !== 0 && found === 0)) {
    return { reason: 'command_failed', failure: `ended with exit status ${exitCode}` }
  }
  if (report === 'missing') return { reason: 'report_missing', failure: 'wrote no report' }
  if (typeof report === 'object' && report.broken !== undefined) {
    return {
      reason: 'report_incomplete',
      failure: `did not run to completion according to its report: ${report.broken}`,
    }
  }
  if (typeof report === 'object' && report.ran === 0 && found === 0) {
    return { reason: 'report_incomplete', failure: 'ran no tests according to its report' }
  }
  return { reason: found > 0 ? 'findings' : 'clean' }
}
