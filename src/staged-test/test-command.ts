import type { TestSettings } from '../../generated/manifest.js'
import { type CommandContext, shellCommand } from '../drivers/command.js'
import { duration } from '../manifest/values.js'
import { messageOf } from '../platform/errors.js'
import { addReports, type JUnitReport, readJUnit, type TestFailure } from '../platform/junit.js'
import type { Log } from '../platform/log.js'
import { freshReports } from '../platform/report-files.js'
import type { Shell } from '../platform/shell.js'
import type { TestRun } from './result.js'

/**
 * Run a test command and read its reports. It passes with exit status 0 and, if it has a report, at least one case that
 * ran and none that failed.
 */
export async function runTest(
  settings: TestSettings,
  name: string,
  context: CommandContext,
  ports: { shell: Shell; log: Log },
  signal: AbortSignal,
): Promise<TestRun> {
  const command = { run: settings.run, timeoutMs: duration(settings.timeout, '30m') }
  const started = Date.now()
  const { ended, exitCode, durationMs } = await ports.shell.run(
    shellCommand(command, context),
    ports.log.output,
    signal,
  )
  if (ended === 'cancelled') throw signal.reason
  const run = { name, exit_code: exitCode, duration_ms: durationMs, counts: null, failures: [] }
  if (ended === 'timeout') return { ...run, outcome: 'failed', reason: 'timeout' }

  let report: JUnitReport | undefined
  try {
    report =
      settings.path === undefined
        ? undefined
        : await readReports(context.release.folder, settings.path, started)
  } catch (error) {
    const failures = [{ name: settings.path ?? '', message: messageOf(error) }]
    return { ...run, outcome: 'failed', reason: 'report_unreadable', failures }
  }
  const seen = { ...run, counts: report?.counts ?? null, failures: (report?.failures ?? []).map(shortened) }
  const reason = judge(exitCode, settings.path !== undefined, report)
  return { ...seen, outcome: reason === 'passed' ? 'passed' : 'failed', reason }
}

function shortened({ name, message }: TestFailure): TestRun['failures'][number] {
  return { name, message }
}

function judge(
  exitCode: number | null,
  promised: boolean,
  report: JUnitReport | undefined,
): TestRun['reason'] {
  const { tests = 0, failures = 0, errors = 0, skipped = 0 } = report?.counts ?? {}
  if (failures + errors > 0) return 'cases_failed'
  if (exitCode !== 0) return 'command_failed'
  if (!promised) return 'passed'
  if (!report) return 'report_missing'
  return tests - skipped > 0 ? 'passed' : 'no_tests_ran' // skipped tests do not count
}

async function readReports(
  folder: string,
  pattern: string,
  started: number,
): Promise<JUnitReport | undefined> {
  const reports: JUnitReport[] = []
  for await (const { path, text } of freshReports(folder, pattern, started)) {
    try {
      reports.push(readJUnit(text))
    } catch (error) {
      throw new Error(`${path} is not a JUnit report: ${messageOf(error)}`, { cause: error })
    }
  }
  return reports.length > 0 ? addReports(reports) : undefined
}
