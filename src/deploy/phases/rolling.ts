import type { CommandSettings, RollingStep } from '../../../generated/manifest.js'
import type { Color } from '../../drivers/color.js'
import { askUntilGood } from '../../drivers/probes/ask.js'
import type { Site } from '../../drivers/target.js'
import { duration } from '../../manifest/values.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import type { DeployRun } from './deploy-run.js'
import { commitOf } from './preparation.js'
import { batchesOf, hostsOf, hostsText } from './rolling-hosts.js'
import {
  held,
  leftToRoll,
  rolledOf,
  rolledReport,
  rolledText,
  withAllRolled,
  withBatch,
  withRollingBegun,
} from './rolling-record.js'

/**
 * Bring what cannot be blue-green to the release, in batches of hosts: drain, deploy, verify, restore. Nothing goes on after
 * the first failure. The ledger knows each batch that is done, so that the next run goes on with the hosts that are left.
 *
 * @param color what holds the release; `null` in an environment that is changed in place
 * @param halt when it aborts, no further batch begins; one whose deploy has begun is brought to its end
 * @throws OperationFailure with the reason of what went wrong, and what is rolled and what is not
 */
export async function roll(
  site: Site,
  color: Color | null,
  run: DeployRun,
  halt: AbortSignal = run.signal,
): Promise<void> {
  const { settings, journal, report, name } = run
  const steps = settings.rolling ?? []
  const isPending = held(journal.state, color)?.rolling === 'pending'
  // in place, nothing may be known of the release before this; a color is known to be the release's by its deploy
  const isLeft = isPending || (color === null && !journal.hasStarted('rolling'))
  if (steps.length === 0 || !isLeft) return
  const known = new Map<string, readonly string[]>()
  const remember = () => {
    report.rolled = rolledReport(held(journal.state, color), steps, known)
  }
  try {
    const fresh = { release: name, state: 'deploying' as const, since: journal.now(), settings }
    await journal.enter('rolling', (state) =>
      withRollingBegun(state, color, { ...fresh, ...commitOf(run.release), ...leftToRoll(settings) }),
    )
    for (const step of steps) await new Rolling(step, site, color, run, halt).go(known)
    remember()
    await journal.note('all hosts are rolled', (state) => withAllRolled(state, color))
  } catch (error) {
    remember()
    const { reason, message, remedy } = asFailure(error)
    const text = `${sentence(message)} ${rolledText(report.rolled)}`
    throw new OperationFailure(
      reason,
      text,
      [remedy, wayOn(color, name.version)].filter(Boolean).join(' '),
      error,
    )
  }
}

function wayOn(color: Color | null, version: string): string {
  const on = `Deploy ${version} again: it goes on with the hosts that are left.`
  if (color === null) return on
  return `${on} Traffic is on it, on ${color}; changeover rollback takes them back, and leaves hosts as they are.`
}

/** One step, host by host. */
class Rolling {
  constructor(
    private readonly step: RollingStep,
    private readonly site: Site,
    private readonly color: Color | null,
    private readonly run: DeployRun,
    private readonly halt: AbortSignal,
  ) {}

  /** @param known gets the hosts of the step */
  async go(known: Map<string, readonly string[]>): Promise<void> {
    const { step, run, color } = this
    const { journal, signal, ports } = run
    const before = rolledOf(held(journal.state, color), step.name)
    if (before.done) return
    this.halt.throwIfAborted()
    const all = await hostsOf(step, this.site, signal)
    known.set(step.name, all)
    // as many batches as there were before a death, less the hosts that are done: a canary stays a canary
    const batches = batchesOf(step, all).map((batch) => batch.filter((host) => !before.hosts.includes(host)))
    const left = [...batches.entries()].filter(([, hosts]) => hosts.length > 0)
    const pauseMs = duration(step.pause, '0s')
    for (const [turn, [index, hosts]] of left.entries()) {
      if (turn > 0 && pauseMs > 0) await ports.clock.sleep(pauseMs, this.halt)
      this.halt.throwIfAborted()
      const place = `batch ${index + 1} of ${batches.length}`
      const title = `${step.name}: ${place}`
      await ports.log.step(`${title} (${hostsText(hosts)})`, () =>
        this.batch(hosts, `${index + 1} of ${batches.length}`, title),
      )
      const done = turn === left.length - 1
      await journal.note(title, (state) => withBatch(state, color, step.name, hosts, done))
    }
    if (left.length > 0) return
    await journal.note(`${step.name}: done`, (state) => withBatch(state, color, step.name, [], true))
  }

  private async batch(hosts: readonly string[], place: string, title: string): Promise<void> {
    const { step, site, run, halt } = this
    const { signal, ports, report } = run
    const more = {
      CHANGEOVER_STEP: step.name,
      CHANGEOVER_HOSTS: hosts.join(','),
      CHANGEOVER_BATCH: place,
    }
    const command = async (what: string, settings: CommandSettings | undefined, by: AbortSignal) => {
      if (!settings) return
      await site.run('rolling', settings, by, `The ${what} command of ${step.name}`, more)
    }
    const probes = site.probesOf(step.verify ?? [], 'rolling', more)
    const text = hostsText(hosts)
    try {
      await command('drain', step.drain, signal)
      halt.throwIfAborted()
    } catch (error) {
      const { reason: why } = signal
      if (why instanceof OperationFailure && why.reason === 'lease_lost') {
        throw stopped(title, why, `${text}: left to the run that takes over.`)
      }
      // nothing of the release is on them: they can serve again. The caller's signal does not stop this
      const put = await command('restore', step.restore, new AbortController().signal).then(
        () => (step.restore ? `${text}: restored.` : ''),
        (why: unknown) => `${text}: not restored either. ${asFailure(why).message}`,
      )
      throw stopped(title, error, put)
    }
    try {
      await command('deploy', step.deploy, signal)
      await askUntilGood(probes, ports.clock, signal, report.probes.during('rolling'))
      await command('restore', step.restore, signal)
    } catch (error) {
      const as = step.drain ? 'still drained' : 'left as they are'
      throw stopped(title, error, `${text}: ${as}, since it is not known that they work.`)
    }
  }
}

function stopped(title: string, error: unknown, what: string): OperationFailure {
  const { reason, message, remedy } = asFailure(error)
  return new OperationFailure(reason, `${title}: ${sentence(message)} ${what}`.trim(), remedy, error)
}

/** A message may end with what a command printed. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
