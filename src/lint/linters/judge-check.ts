import type { CommandResult } from '../../platform/shell.js'
import type { CheckRun } from '../engine/finding.js'
import type { Report } from './reported.js'

/** How a check ended, and why it is red whatever its report says. */
export interface Judged {
  reason: CheckRun['reason']
  /** In a sentence that begins with the check's name. */
  failure?: string
}

/** A pass needs exit status 0, the report that was promised, and a tool that ran to its end. */
export function judge(
  { ended, exitCode }: Pick<CommandResult, 'ended' | 'exitCode'>,
  timeout: string,
  report: Report | 'none' | 'unpromised',
): Judged {
  if (ended === 'timeout') {
    return { reason: 'timeout', failure: `did not end within ${timeout}, and was stopped` }
  }
  if (exitCode === null) return { reason: 'command_failed', failure: 'was ended by a signal' }
  const found = typeof report === 'object' ? report.findings.length : 0
  // bash itself: the command is no program, or there is none of that name
  if (exitCode === 126 || exitCode === 127 || (exitCode !== 0 && found === 0)) {
    return { reason: 'command_failed', failure: `ended with exit status ${exitCode}` }
  }
  if (report === 'none') return { reason: 'report_missing', failure: 'wrote no report' }
  if (typeof report === 'object' && report.broken !== undefined) {
    return {
      reason: 'report_incomplete',
      failure: `did not run to its end, its report says: ${report.broken}`,
    }
  }
  if (typeof report === 'object' && report.ran === 0 && found === 0) {
    return { reason: 'report_incomplete', failure: 'ran no test, its report says' }
  }
  return { reason: found > 0 ? 'findings' : 'clean' }
}
