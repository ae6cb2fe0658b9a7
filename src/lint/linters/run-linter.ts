import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LinterSettings } from '../../../generated/manifest.js'
import { duration, expandDeep, type Variables } from '../../manifest/values.js'
import { messageOf, UserError } from '../../platform/errors.js'
import type { CommandResult, Shell } from '../../platform/shell.js'
import type { LinterRun } from '../engine/finding.js'
import { type Judged, judge } from './judge-linter.js'
import { openLog } from './log-file.js'
import { ReportOutput, readReports } from './read-reports.js'
import type { Report } from './reported.js'

/** How one linter ended. */
export interface LinterEnd extends Judged {
  settings: LinterSettings
  report: Report
  /** The last lines of its output. */
  tail: readonly string[]
  run: Pick<LinterRun, 'exit_code' | 'duration_ms' | 'log'>
}

export interface LinterContext {
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
 * Run one linter to its end. A failure of the linter is part of the result.
 *
 * @throws the reason of the signal when it is canceled
 */
export async function runLinter(settings: LinterSettings, context: LinterContext): Promise<LinterEnd> {
  const { name, report: format = 'exit', path, timeout = DEFAULT_TIMEOUT } = settings
  const output = format !== 'exit' && path === undefined ? new ReportOutput() : undefined
  const since = Date.now()
  const ran = await command(settings, context, output)
  if (ran instanceof UserError) {
    const failure = `could not be started: ${ran.message.replace(/\.$/, '')}`
    const run = { exit_code: null, duration_ms: 0, log: null }
    return { settings, report: NOTHING, tail: [], run, reason: 'not_started', failure }
  }
  if (ran.ended === 'cancelled') throw context.signal.reason
  const log = join(context.logs, `${name}.log`)
  const run = { exit_code: ran.exitCode, duration_ms: ran.durationMs, log }
  const end = { settings, tail: ran.tail, run }
  if (format === 'exit') return { ...end, report: NOTHING, ...judge(ran, timeout, 'not_expected') }
  try {
    const from = output ? { output } : { folder: context.root, glob: path ?? '', since }
    const report = await readReports(format, from)
    return { ...end, report: report ?? NOTHING, ...judge(ran, timeout, report ?? 'missing') }
  } catch (error) {
    const judged = judge(ran, timeout, 'not_expected')
    const unreadable = {
      reason: 'report_unreadable',
      failure: `wrote a report that cannot be read: ${messageOf(error)}`,
    } as const
    return { ...end, report: NOTHING, ...(judged.failure === undefined ? unreadable : judged) }
  }
}

async function command(
  settings: LinterSettings,
  { root, logs, shell, onLine, signal }: LinterContext,
  output: ReportOutput | undefined,
): Promise<CommandResult | UserError> {
  const log = openLog(join(logs, `${settings.name}.log`))
  try {
    const ran = await shell.run(
      {
        run: settings.run,
        cwd: root,
        env: linterEnvironment(settings, process.env),
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

/**
 * What a runner passes to its actions and not to the commands of a workflow: tokens for its own services, the inputs and
 * the state of the action. Linters run code from the pull request.
 */
const RUNNERS_OWN =
  /^(?:ACTIONS_(?:RUNTIME|ID_TOKEN|RESULTS|CACHE)_\w+|(?:INPUT|STATE)_.+|GITHUB_(?:OUTPUT|STATE))$/i

/**
 * The changes that a linter makes to the environment of the process.
 *
 * @throws UserError `variable_missing`
 */
function linterEnvironment({ name, env }: LinterSettings, process: Variables): Variables {
  const removed = Object.keys(process).filter((key) => RUNNERS_OWN.test(key))
  return {
    ...Object.fromEntries(removed.map((key) => [key, undefined])),
    CHANGEOVER_LINTER: name,
    ...expandDeep(env ?? {}, process, `${name}.env`),
  }
}
