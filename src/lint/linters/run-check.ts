import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckSettings } from '../../../generated/manifest.js'
import { duration } from '../../manifest/values.js'
import { messageOf, UserError } from '../../platform/errors.js'
import type { CommandResult, Shell } from '../../platform/shell.js'
import type { CheckRun } from '../engine/finding.js'
import { checkEnvironment } from './environment.js'
import { type Judged, judge } from './judge-check.js'
import { openLog } from './log-file.js'
import { ReportOutput, readReports } from './read-reports.js'
import type { Report } from './reported.js'

/** What came of one check. */
export interface CheckEnd extends Judged {
  settings: CheckSettings
  report: Report
  /** The last lines that it printed. */
  tail: readonly string[]
  run: Pick<CheckRun, 'exit_code' | 'duration_ms' | 'log'>
}

export interface CheckContext {
  /** The folder that is checked. */
  root: string
  /** The folder for logs. */
  logs: string
  shell: Shell
  onLine(line: string): void
  signal: AbortSignal
}

const DEFAULT_TIMEOUT = '10m'
const NOTHING: Report = { findings: [], more: 0 }

/**
 * Run one check to its end. Whatever goes wrong with it is said in what comes back.
 *
 * @throws the signal's reason when it is cancelled
 */
export async function runCheck(settings: CheckSettings, context: CheckContext): Promise<CheckEnd> {
  const { name, report: format = 'exit', path, timeout = DEFAULT_TIMEOUT } = settings
  const output = format !== 'exit' && path === undefined ? new ReportOutput() : undefined
  const since = Date.now()
  const ran = await command(settings, context, output)
  if (ran instanceof UserError) {
    const failure = `could not be started: ${ran.message}`
    const run = { exit_code: null, duration_ms: 0, log: null }
    return { settings, report: NOTHING, tail: [], run, reason: 'not_started', failure }
  }
  if (ran.ended === 'cancelled') throw context.signal.reason
  const log = join(context.logs, `${name}.log`)
  const run = { exit_code: ran.exitCode, duration_ms: ran.durationMs, log }
  const end = { settings, tail: ran.tail, run }
  if (format === 'exit') return { ...end, report: NOTHING, ...judge(ran, timeout, 'unpromised') }
  try {
    const from = output ? { output } : { folder: context.root, glob: path ?? '', since }
    const report = await readReports(format, from)
    return { ...end, report: report ?? NOTHING, ...judge(ran, timeout, report ?? 'none') }
  } catch (error) {
    const judged = judge(ran, timeout, 'unpromised')
    const unreadable = {
      reason: 'report_unreadable',
      failure: `gave no report: ${messageOf(error)}`,
    } as const
    return { ...end, report: NOTHING, ...(judged.failure === undefined ? unreadable : judged) }
  }
}

async function command(
  settings: CheckSettings,
  { root, logs, shell, onLine, signal }: CheckContext,
  output: ReportOutput | undefined,
): Promise<CommandResult | UserError> {
  const log = openLog(join(logs, `${settings.name}.log`))
  try {
    const ran = await shell.run(
      {
        run: settings.run,
        cwd: root,
        env: checkEnvironment(settings, process.env),
        timeoutMs: duration(settings.timeout, DEFAULT_TIMEOUT),
        ...(output ? { onStdout: output.take } : {}),
      },
      (line) => {
        log.line(line)
        onLine(line)
      },
      signal,
    )
    if (output) await writeFile(join(logs, `${settings.name}.out`), output.bytes())
    return ran
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  } finally {
    await log.end()
  }
}
