import { debug, setFailed } from '@actions/core'
import { Cancelled, messageOf, UserError } from '../platform/errors.js'
import { type ActionName, type Inputs, type Outputs, readInputs, setOutputs } from './action-io.js'
import { type RunnerLog, runnerLog } from './runner-log.js'
import { appendSummary } from './summary.js'

/** The runner's log and signal, for an action. */
export interface ActionContext {
  log: RunnerLog
  /** Aborts when the runner cancels the job. */
  signal: AbortSignal
}

/** The result of an action. */
export interface ActionEnd<Name extends ActionName> {
  outputs: Outputs<Name>
  /** Markdown for the job summary. */
  summary?: string
  /** Why the step fails, for people. Left out when it succeeds. */
  failure?: string | undefined
}

/** Milliseconds that open connections may keep the process alive after the work is done. */
const LINGER_MS = 2_000

/** Sets the outputs of a failed action. */
type Report = (reason: string) => void

/**
 * Run an action: read its inputs, do the work, report the result to the runner.
 *
 * An error fails the step and sets the outputs `outcome` (failed) and `reason` for the steps that follow. A step whose
 * work never settles fails too.
 */
export async function runAction<Name extends ActionName>(
  name: Name,
  work: (inputs: Inputs<Name>, context: ActionContext) => Promise<ActionEnd<Name>>,
): Promise<void> {
  const report: Report = (reason) => setOutputs(name, { outcome: 'failed', reason } as Outputs<Name>)
  await guarded(report, async (context) => {
    const inputs: Inputs<Name> & { readonly summary: boolean } = readInputs(name)
    const end = await work(inputs, context)
    context.log.resume()
    setOutputs(name, end.outputs)
    if (inputs.summary && end.summary !== undefined) await appendSummary(end.summary)
    return end.failure
  })
}

/** Run a post step. It has no outputs: no later step could read them. */
export async function runPost(work: (context: ActionContext) => Promise<void>): Promise<void> {
  await guarded(
    () => {},
    async (context) => {
      await work(context)
      return undefined
    },
  )
}

/** All errors of an action end here. */
async function guarded(
  report: Report,
  work: (context: ActionContext) => Promise<string | undefined>,
): Promise<void> {
  const log = runnerLog()
  const controller = new AbortController()
  // the runner sends SIGINT, then SIGTERM, then kills: the work may use all of that time to clean up
  const onSignal = (signal: NodeJS.Signals) => controller.abort(new Cancelled(signal))
  const fail = (error: unknown) => {
    log.resume()
    tellFailure(error, controller.signal, report)
  }
  const onUncaught = (error: unknown) => {
    fail(error)
    process.exit(1)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('uncaughtException', onUncaught)
  process.exitCode = 1 // until the work succeeds: a promise that never settles must not count as success
  try {
    const failure = await work({ log, signal: controller.signal })
    log.resume()
    if (failure === undefined) process.exitCode = 0
    else setFailed(failure)
  } catch (error) {
    fail(error)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
    process.off('uncaughtException', onUncaught)
    endSoon()
  }
}

/** A connection that a client left open must not delay the job: everything is reported by now. */
function endSoon(): void {
  setTimeout(() => process.exit(), LINGER_MS).unref()
}

function tellFailure(error: unknown, signal: AbortSignal, report: Report): void {
  if (error instanceof UserError) {
    setFailed(error.remedy === undefined ? error.message : `${error.message} ${error.remedy}`)
  } else {
    if (error instanceof Error && error.stack !== undefined) debug(error.stack)
    setFailed(messageOf(error) || 'The action failed without a message.')
  }
  report(reasonOf(error, signal))
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof UserError) return error.code
  return signal.aborted && error === signal.reason ? 'cancelled' : 'internal_error'
}
