import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { EnvironmentSettings } from '../../../generated/manifest.js'
import type { Color } from '../../drivers/color.js'
import type { ScheduledProbe } from '../../drivers/probes/ask.js'
import { ProbeDiary } from '../../drivers/probes/diary.js'
import type { MakeRouter, Router } from '../../drivers/routers/router.js'
import { Target, type TargetPorts } from '../../drivers/target.js'
import type { Clock } from '../../platform/clock.js'
import type { Release } from '../../release/open.js'
import type { LeaseStore } from '../lease/lease.js'
import type { Liveness } from '../lease/owner.js'
import type { OperationFailure } from '../ledger/failure.js'
import type { Journal } from '../ledger/journal.js'
import type { Ledger } from '../ledger/ledger.js'
import type { OperationKind, Outcome, Reason } from '../ledger/outcome.js'
import type { RolledReport } from '../ledger/rolled.js'
import {
  liveSlot,
  type OperationRecord,
  type Owner,
  type Phase,
  type ReleaseId,
  type Slot,
  type State,
} from '../ledger/state.js'
import type { StartMonitor } from '../monitor/monitor.js'
import type { MonitorReport } from '../monitor/report.js'
import { MonitorWatch } from '../monitor/watch.js'

/** The outside world of an operation, handed in. */
export interface Ports extends TargetPorts {
  ledger: Ledger
  /** Where this run renews its lease. Without it, runs on other machines cannot tell whether this one is alive. */
  lease?: LeaseStore
  clock: Clock
  owner: Owner
  /** Tells whether another run is alive. */
  liveness: (owner: Owner) => Promise<Liveness>
  router: MakeRouter
  monitor: StartMonitor
  /** The folder for the unpacked releases of this environment. */
  releasesFolder: string
  unpacked: Unpacked
}

/** The releases that are unpacked on this machine. */
export interface Unpacked {
  /** Whether a release was unpacked into `folder` before. */
  has(folder: string): boolean
  /** Unpack a release, and replace whatever is in `folder`. */
  unpack(release: Release, folder: string): Promise<void>
  /** Delete everything in `parent` except these folders. */
  keepOnly(parent: string, folders: ReadonlySet<string>): Promise<void>
}

/** What a gate answered. */
export interface GateReport {
  name: string
  passed: boolean
  /** `null` when the command was stopped. */
  exit_status: number | null
  duration_ms: number
}

/** What the phases measured and observed. The result of the operation shows it. */
export class Report {
  /** The operation as this run saw it last. The ledger drops it when it ends. */
  operation: OperationRecord | null = null
  shiftMs: number | null = null
  monitor: MonitorReport | null = null
  readonly probes = new ProbeDiary()
  readonly gates: GateReport[] = []
  rolled: RolledReport[] = []
}

/** One run of a deploy, a rollback or an abort: what it works with from its first look at the ledger to its result. */
export interface Run {
  readonly kind: OperationKind
  readonly environment: string
  /** Take over an operation although its run is not known to be dead. */
  readonly takeOver: boolean
  readonly ports: Ports
  readonly journal: Journal
  readonly report: Report
  /** Aborts when the user cancels, and when the lease is lost. */
  readonly signal: AbortSignal
}

/** How an operation ended, for its result. */
export interface End {
  outcome: Outcome
  reason: Reason
  /** One sentence for people. */
  message: string
  remedy: string | null
}

/** The end of an operation that did what it was asked for. */
export function goodEnd(outcome: Outcome, message: string, reason: Reason = 'completed'): End {
  return { outcome, reason, message, remedy: null }
}

export function badEnd(outcome: Outcome, { reason, message, remedy }: OperationFailure): End {
  return { outcome, reason, message, remedy }
}

/** The two colors of an operation, and the traffic between them. */
export interface Colors {
  readonly router: Router
  /** The color that has the traffic before the shift; `null` before the first shift. */
  readonly from: Color | null
  /** The color that gets the release. */
  readonly to: Color
  /**
   * Where this run has the traffic. `old`: on `from`, the shift lies ahead; `new`: on `to`, which has yet to prove itself in
   * the bake; `stays`: on `to`, for good.
   */
  traffic: 'old' | 'new' | 'stays'
}

/** What an operation is to do. */
export interface Plan {
  readonly kind: 'deploy' | 'rollback'
  /** The operation in the ledger: a new one, or one that an earlier run began. */
  readonly record: OperationRecord
  /** The environment as the manifest of the release describes it. */
  readonly settings: EnvironmentSettings
  readonly release: ReleaseId
  /** The release itself; `undefined` for a rollback, which needs no files. */
  readonly archive: Release | undefined
  /** Stop after this point; a later run continues. */
  readonly until: 'verified' | 'shifted' | 'finalized'
  /** `null` in an in-place environment. */
  readonly colors: Colors | null
}

/** An operation in progress: the one object that all phases work with. */
export interface Operation extends Plan, Omit<Run, 'kind'> {
  readonly monitor: MonitorWatch
  /** Aborts with `signal`, and when the error budget is exceeded. No step begins after that; a running command ends. */
  readonly halt: AbortSignal
  /** The probes of the target, asked before traffic arrives and after. Made before anything is changed. */
  probes: { verify: readonly ScheduledProbe[]; bake: readonly ScheduledProbe[] }
}

/** One phase: what its start records, and what it does. */
export interface Step {
  readonly phase: Phase
  /** Whether there is anything to do. Default: always. */
  applies?(operation: Operation): boolean
  /** What must be in order before the start is recorded. A failure here leaves the phase unbegun. */
  ready?(operation: Operation): Promise<void>
  /** Whether the start is recorded. Default: always. */
  isRecorded?(operation: Operation): boolean
  /** What becomes true in the ledger in the record of the start. */
  records?(state: State, operation: Operation): State
  run(operation: Operation): Promise<void>
}

/** @param monitored the settings whose monitor watches the live endpoints: those of the live release, in a rollback */
export function createOperation(run: Run, plan: Plan, monitored = plan.settings): Operation {
  const { ports, report, journal, signal } = run
  const { kind, colors, until } = plan
  const hasTraffic = colors ? journal.state.live !== null : liveSlot(journal.state) !== null
  // an operation that stops before the shift needs no monitor; nor does going back in place from what fails already
  const asksBefore = hasTraffic && (colors ? until !== 'verified' : kind !== 'rollback')
  const watched = colors ? kind : 'in_place'
  const monitor = new MonitorWatch(monitored, watched, { asksBefore, ports, report, signal })
  return { ...run, ...plan, monitor, halt: monitor.halt, probes: { verify: [], bake: [] } }
}

/** An operation that no run has claimed yet. */
export function newRecord(
  kind: OperationRecord['kind'],
  release: ReleaseId,
  from: Color | null,
  to: Color | null,
  now: string,
): OperationRecord {
  return {
    id: randomUUID(),
    kind,
    release,
    from_color: from,
    to_color: to,
    attempt: 1,
    owner: null,
    started_at: now,
    phases: [],
  }
}

/** Where a release is unpacked: the version is for people, the digest makes it unique. */
export function releaseFolder(ports: Pick<Ports, 'releasesFolder'>, { version, digest }: ReleaseId): string {
  return join(ports.releasesFolder, `${version}-${digest.slice('sha256:'.length, 19)}`)
}

/** What the operation deploys to. Until the bake is over, it is compared with the color that the traffic came from. */
export function targetOf(operation: Operation, color = operation.colors?.to): Target {
  const { environment, settings, release, record, ports, colors, journal } = operation
  const live = colors?.traffic === 'stays' ? journal.state.live : colors?.from
  const folder = releaseFolder(ports, release)
  const options = { environment, settings, color, liveColor: live ?? undefined, operation: record.id }
  return new Target({ ...options, release: { ...release, folder } }, ports)
}

/** The colors of an operation that shifts traffic. */
export function colorsOf({ colors, environment }: Operation): Colors {
  if (colors) return colors
  throw new Error(`${environment} is changed in place and has no colors`)
}

/** A slot that a deploy begins to fill. */
export function newSlot({ release, settings, archive, journal }: Operation, state: Slot['state']): Slot {
  const { commit = null, dirty = false } = archive?.document ?? {}
  return { release, state, since: journal.now(), settings, commit: dirty ? null : commit }
}
