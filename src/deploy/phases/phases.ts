import type { Journal } from '../ledger/journal.js'
import type { Phase } from '../ledger/state.js'

/**
 * The state machine of a changeover, as a table. The runner follows it, docs/how-it-works.md shows it, and the model test holds
 * all operations to it.
 *
 * Its principle: record first, then act. A phase that the ledger does not have has not begun.
 */
export interface PhaseRule {
  phase: Phase
  /** The operations that have it. */
  in: readonly ('deploy' | 'rollback')[]
  /** What its start records in the ledger, besides the start itself. What the phase reached is in the next record. */
  records: string
  /** Where traffic is while it runs. `moving`: only the router knows. */
  traffic: 'old' | 'moving' | 'new'
  /**
   * What the next run does after a crash. `anew`: repeat it, even when it was done. `once`: repeat it only when it was not
   * done. `ask`: ask the router what is left.
   */
  resumed: 'anew' | 'once' | 'ask'
  /**
   * What happens when the operation fails here, or is aborted. `leave`: traffic never left; `back`: traffic goes back to the old
   * color; `stay`: traffic is on a release that works, and stays.
   */
  on_abort: 'leave' | 'back' | 'stay'
  /** Whether traffic can still be shifted back. */
  way_back: boolean
}

const both = ['deploy', 'rollback'] as const
const deploy = ['deploy'] as const
const before = { traffic: 'old', on_abort: 'leave', way_back: true } as const
const final = { traffic: 'new', on_abort: 'stay', way_back: false } as const

/** The phases, in their order. */
export const MACHINE = [
  { phase: 'claim', in: both, records: 'the owner', resumed: 'anew', ...before },
  { phase: 'fetch', in: deploy, records: 'nothing more', resumed: 'anew', ...before },
  { phase: 'preflight', in: deploy, records: 'nothing more', resumed: 'once', ...before },
  { phase: 'expand', in: deploy, records: 'nothing more', resumed: 'once', ...before },
  { phase: 'deploy', in: deploy, records: 'the idle color is `deploying`', resumed: 'once', ...before },
  { phase: 'verify', in: both, records: 'nothing more', resumed: 'anew', ...before },
  {
    phase: 'shift',
    in: both,
    records: 'nothing more',
    traffic: 'moving',
    resumed: 'ask',
    on_abort: 'back',
    way_back: true,
  },
  {
    phase: 'bake',
    in: both,
    records: 'the new color is `live`, the old one `standby`',
    traffic: 'new',
    resumed: 'ask',
    on_abort: 'back',
    way_back: true,
  },
  {
    phase: 'rolling',
    in: deploy,
    records: 'after each batch: its hosts',
    traffic: 'new',
    resumed: 'once',
    on_abort: 'stay',
    way_back: true,
  },
  { phase: 'contract', in: deploy, records: 'the old color is `retiring`', resumed: 'once', ...final },
  { phase: 'retire', in: deploy, records: 'the old color is `retiring`', resumed: 'anew', ...final },
] as const satisfies readonly PhaseRule[]

export const PHASES: readonly Phase[] = MACHINE.map(({ phase }) => phase)

/** The row of a phase. */
export function ruleOf(phase: Phase): PhaseRule {
  return MACHINE[PHASES.indexOf(phase)] ?? MACHINE[0]
}

/** The row of the furthest phase that has begun, in the order of the table. */
export function furthest(begun: readonly { phase: Phase }[]): PhaseRule {
  return MACHINE.findLast(({ phase }) => begun.some((run) => run.phase === phase)) ?? MACHINE[0]
}

/** The row of the furthest phase that the operation has begun. */
export function reached({ operation }: Journal): PhaseRule {
  return furthest(operation?.phases ?? [])
}

/** Whether the operation is past the point of no return. */
export function isFinal(journal: Journal): boolean {
  return !reached(journal).way_back
}
