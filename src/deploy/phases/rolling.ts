import type { CommandSettings, RollingStep } from '../../../generated/manifest.js'
import { askUntilGood } from '../../drivers/probes/ask.js'
import type { Target } from '../../drivers/target.js'
import { duration } from '../../manifest/values.js'
import { asFailure, OperationFailure } from '../ledger/failure.js'
import {
  hostsText,
  leftToRoll,
  rolledOf,
  rolledReport,
  rolledText,
  slotOf,
  withAllRolled,
  withBatch,
  withRollingBegun,
} from '../ledger/rolled.js'
import { newSlot, type Operation, type Step, targetOf } from './operation.js'

/** Limit for the host names of a batch, which go into one environment variable. The kernel allows 128 KiB. */
const MAX_BATCH_BYTES = 100_000
const MAX_PRINTED_BYTES = 1024 * 1024
const MAX_HOSTS = 10_000
/** Host names reach the user's commands, such as `--limit`: none may look like an option, or like more than one host. */
const HOST = /^(?!-)[A-Za-z0-9._:-]{1,253}$/

/**
 * Bring the hosts that have no color to the release, in batches: drain, deploy, verify, restore. The first failure stops it.
 * The ledger records each batch, so that the next run continues with the hosts that are left.
 *
 * A failure says which hosts are rolled and which are not. No batch begins after `halt` aborts; one whose deploy has begun
 * is brought to its end.
 */
export const rolling: Step = {
  phase: 'rolling',
  applies(operation) {
    const { settings, journal, colors } = operation
    if ((settings.rolling ?? []).length === 0) return false
    const isPending = slotOf(journal.state, colorOf(operation))?.rolling === 'pending'
    // in place the slot may still be that of the release before; the slot of a color has this release since its deploy
    return isPending || (!colors && !journal.hasStarted('rolling'))
  },
  records(state, operation) {
    const fresh = { ...newSlot(operation, 'deploying'), ...leftToRoll(operation.settings) }
    return withRollingBegun(state, colorOf(operation), fresh)
  },
  async run(operation) {
    const { settings, journal, report, release } = operation
    const steps = settings.rolling ?? []
    const color = colorOf(operation)
    const known = new Map<string, readonly string[]>()
    const remember = () => {
      report.rolled = rolledReport(slotOf(journal.state, color), steps, known)
    }
    try {
      for (const step of steps) await new Rolling(step, operation).run(known)
      remember()
      await journal.note('all hosts are rolled', (state) => withAllRolled(state, color))
    } catch (error) {
      remember()
      const { reason, message, remedy } = asFailure(error)
      const again = `Deploy ${release.version} again: it continues with the hosts that are left.`
      const back = `Traffic is on it, on ${color}; changeover rollback -e ENV shifts traffic back, and leaves the hosts as they are.`
      throw new OperationFailure(
        reason,
        `${sentence(message)} ${rolledText(report.rolled)}`,
        [remedy, again, color && back].filter(Boolean).join(' '),
        error,
      )
    }
  },
}

/** One step of `rolling` in the manifest, batch by batch. */
class Rolling {
  private readonly target: Target

  constructor(
    private readonly step: RollingStep,
    private readonly operation: Operation,
  ) {
    this.target = targetOf(operation)
  }

  /** @param known receives the hosts of the step */
  async run(known: Map<string, readonly string[]>): Promise<void> {
    const { step, operation } = this
    const { journal, ports, halt, signal } = operation
    const color = colorOf(operation)
    const before = rolledOf(slotOf(journal.state, color), step.name)
    if (before.done) return
    halt.throwIfAborted()
    const all = await hostsOf(step, this.target, signal)
    known.set(step.name, all)
    // the batches of the whole step, less the hosts that are done: after a crash a canary is still a canary
    const batches = batchesOf(step, all).map((batch) => batch.filter((host) => !before.hosts.includes(host)))
    const left = [...batches.entries()].filter(([, hosts]) => hosts.length > 0)
    const pauseMs = duration(step.pause, '0s')
    for (const [turn, [index, hosts]] of left.entries()) {
      if (turn > 0 && pauseMs > 0) await ports.clock.sleep(pauseMs, halt)
      halt.throwIfAborted()
      const place = `${index + 1} of ${batches.length}`
      const title = `${step.name}: batch ${place}`
      await ports.log.step(`${title} (${hostsText(hosts)})`, () => this.batch(hosts, place, title))
      const done = turn === left.length - 1
      await journal.note(title, (state) => withBatch(state, color, step.name, hosts, done))
    }
    if (left.length > 0) return
    await journal.note(`${step.name}: done`, (state) => withBatch(state, color, step.name, [], true))
  }

  private async batch(hosts: readonly string[], place: string, title: string): Promise<void> {
    const { step, target } = this
    const { signal, halt, ports, report } = this.operation
    const more = {
      CHANGEOVER_STEP: step.name,
      CHANGEOVER_HOSTS: hosts.join(','),
      CHANGEOVER_BATCH: place,
    }
    const command = async (what: string, settings: CommandSettings | undefined, by: AbortSignal) => {
      if (!settings) return
      await target.run('rolling', settings, by, `The ${what} command of ${step.name}`, more)
    }
    const probes = target.stepProbes(step.verify ?? [], more)
    const text = hostsText(hosts)
    try {
      await command('drain', step.drain, signal)
      halt.throwIfAborted()
    } catch (error) {
      const { reason: why } = signal
      if (why instanceof OperationFailure && why.reason === 'lease_lost') {
        throw stopped(title, why, `${text}: left to the run that takes over.`)
      }
      // the release is not on these hosts, so they can serve again; the user's signal does not stop this
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

/**
 * The hosts of a step in their order, each once: as the manifest lists them, or as its command prints them.
 *
 * @throws OperationFailure `hosts_invalid` when there is no host, or an invalid name; CommandFailed
 */
export async function hostsOf(step: RollingStep, target: Target, signal: AbortSignal): Promise<string[]> {
  const { name, hosts } = step
  if (Array.isArray(hosts)) return hosts
  const names = { CHANGEOVER_STEP: name }
  const title = `The hosts command of ${name}`
  const printed = await target.print('rolling', hosts, signal, title, names, MAX_PRINTED_BYTES)
  if (printed.length > MAX_PRINTED_BYTES) throw invalid(name, 'printed more than 1 MiB')
  const lines = printed.toString('utf8').split('\n')
  const found = new Set(lines.map((line) => line.trim()).filter(Boolean))
  if (found.size === 0) throw invalid(name, 'printed no host')
  if (found.size > MAX_HOSTS) throw invalid(name, `printed ${found.size} hosts, more than ${MAX_HOSTS}`)
  for (const host of found) {
    if (!HOST.test(host)) throw invalid(name, `printed ${shown(host)}, which is not a valid host name`)
  }
  return [...found]
}

/**
 * Hosts in batches. A list of sizes gives the sizes in turn, and the last one repeats. A percentage is one of all hosts,
 * rounded down, and at least one host.
 *
 * @throws OperationFailure `hosts_invalid` when the names of a batch are too long for one variable
 */
export function batchesOf(step: RollingStep, hosts: readonly string[]): string[][] {
  const { name, batch = 1 } = step
  const sizes = Array.isArray(batch) ? batch : [batch]
  const batches: string[][] = []
  for (let at = 0; at < hosts.length; ) {
    const size = sizes[Math.min(batches.length, sizes.length - 1)] ?? 1
    const next = hosts.slice(at, at + hostsIn(size, hosts.length))
    if (next.join(',').length > MAX_BATCH_BYTES) {
      throw new OperationFailure(
        'hosts_invalid',
        `A batch of ${name} has ${next.length} hosts, whose names are too long for one variable.`,
        'Make the batches smaller.',
      )
    }
    batches.push(next)
    at += next.length
  }
  return batches
}

function hostsIn(size: number | string, all: number): number {
  if (typeof size === 'number') return size
  return Math.max(1, Math.floor((all * Number.parseInt(size, 10)) / 100))
}

function colorOf({ colors }: Operation) {
  return colors?.to ?? null
}

function stopped(title: string, error: unknown, what: string): OperationFailure {
  const { reason, message, remedy } = asFailure(error)
  return new OperationFailure(reason, `${title}: ${sentence(message)} ${what}`.trim(), remedy, error)
}

/** A message may end with what a command printed. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function invalid(step: string, what: string): OperationFailure {
  return new OperationFailure(
    'hosts_invalid',
    `The hosts command of ${step} ${what}.`,
    'It must print one host per line on standard output: letters, digits, dots, colons, dashes and underscores. Write notes to standard error.',
  )
}
