import { debug, setFailed } from '@actions/core'
import { Cancelled, messageOf, UserError } from '../platform/errors.js'
import { type ActionName, type Inputs, type Outputs, readInputs, setOutputs } from './action-io.js'
import { type RunnerLog, runnerLog } from './runner-log.js'
import { appendSummary } from './summary.js'

/** What an action works with. */
export interface ActionContext {
  log: RunnerLog
  /** Aborts when the runner cancels the job. */
  signal: AbortSignal
}

/** How an action's work ended. */
export interface ActionEnd<Name extends ActionName> {
  outputs: Outputs<Name>
  /** Markdown for the job summary. */
  summary?: string
  /** Why the step is red, for people; left out when the end is a good one. */
  failure?: string | undefined
}

/** How long what is left open may hold the process after the work is done, in milliseconds. */
const LINGER_MS = 2_000

/** What a post step still says when nothing else is left to say it. */
type Report = (reason: string) => void

/**
 * Run an action: read its inputs, do the work, tell the runner how it ended.
 *
 * Whatever is thrown makes the step red and, with `outcome` failed and a `reason`, readable for the steps that
 * follow. A step whose work never ends is red too.
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

/** Run a post step. It has no outputs: nothing can read them. */
export async function runPost(work: (context: ActionContext) => Promise<void>): Promise<void> {
  await guarded(
    () => {},
    async (context) => {
      await work(context)
      return undefined
    },
  )
}

/** The one place where an action's errors end. */
async function guarded(
  report: Report,
  work: (context: ActionContext) => Promise<string | undefined>,
): Promise<void> {
  const log = runnerLog()
  const controller = new AbortController()
  // the runner sends SIGINT, then SIGTERM, then kills: all of that time is for ending in good order
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
  process.exitCode = 1 // until the work says otherwise: a promise that never settles must not end green
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

/** What a client has left open, a call that it still waits for, must not hold the job: all is said by now. */
function endSoon(): void {
  setTimeout(() => process.exit(), LINGER_MS).unref()
}

function tellFailure(error: unknown, signal: AbortSignal, report: Report): void {
  if (error instanceof UserError) {
    setFailed(error.remedy === undefined ? error.message : `${error.message} ${error.remedy}`)
  } else {
    if (error instanceof Error && error.stack !== undefined) debug(error.stack)
    setFailed(messageOf(error) || 'The action failed without saying why.')
  }
  report(reasonOf(error, signal))
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof UserError) return error.code
  return signal.aborted && error === signal.reason ? 'cancelled' : 'internal_error'
}
