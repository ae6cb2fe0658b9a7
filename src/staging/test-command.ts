import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import picomatch from 'picomatch'
import { type CommandContext, shellCommand } from '../drivers/command.js'
import type { TestSettings } from '../manifest/manifest.generated.js'
import { duration } from '../manifest/values.js'
import { messageOf } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import type { Shell } from '../platform/shell.js'
import { addReports, type JUnitReport, readJUnit } from './junit.js'
import type { TestRun } from './result.js'

/** The largest report that is read, in bytes. */
const MAX_REPORT_BYTES = 64 * 1024 * 1024

/**
 * Run one test command and read its reports. A pass needs exit status 0 and, where a report was promised, a
 * report in which at least one case ran and none failed.
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
  const seen = { ...run, counts: report?.counts ?? null, failures: report?.failures ?? [] }
  const reason = judge(exitCode, settings.path !== undefined, report)
  return { ...seen, outcome: reason === 'passed' ? 'passed' : 'failed', reason }
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
  return tests - skipped > 0 ? 'passed' : 'no_tests_ran' // skipped tests prove nothing
}

/** File systems round the time of a change down to a clock tick. */
const CLOCK_TICK_MS = 20

/** The reports that match and were written since `started`: an older one belongs to another command. */
async function readReports(
  folder: string,
  pattern: string,
  started: number,
): Promise<JUnitReport | undefined> {
  const matches = picomatch(pattern, { dot: true })
  const reports: JUnitReport[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    const path = relative(folder, file)
    if (!entry.isFile() || !matches(path)) continue
    const { mtimeMs, size } = await stat(file)
    if (mtimeMs < started - CLOCK_TICK_MS) continue
    if (size > MAX_REPORT_BYTES) throw new Error(`${path} is larger than ${MAX_REPORT_BYTES} bytes`)
    try {
      reports.push(readJUnit(await readFile(file, 'utf8')))
    } catch (error) {
      throw new Error(`${path} is no JUnit report: ${messageOf(error)}`, { cause: error })
    }
  }
  return reports.length > 0 ? addReports(reports) : undefined
}
