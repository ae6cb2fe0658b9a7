import type { Journal } from '../ledger/journal.js'
import type { Phase } from '../ledger/state.js'

/**
 * The state machine of a changeover, as a table. The code asks it what to do with a phase that an earlier run has begun,
 * docs/how-it-works.md shows it, and the model test walks it.
 *
 * The rule behind it: what is written down comes before what is done. A phase that the ledger does not know has not begun.
 */
export interface PhaseRule {
  phase: Phase
  /** Which operations have it. */
  in: readonly ('deploy' | 'rollback')[]
  /** Becomes true in the ledger when it starts, besides that it has started; what it reached stands in the next record. */
  records: string
  /** Where users are while it runs. `moving`: only the router knows. */
  users: 'old' | 'moving' | 'new'
  /**
   * What the run does that goes on after a death. `anew`: do it again, also when it was done. `once`: again only when it
   * was not done. `ask`: what the router says decides.
   */
  resumed: 'anew' | 'once' | 'ask'
  /**
   * What giving the operation up there means. `leave`: users never left; `back`: users go back to where they came from;
   * `stay`: traffic is on what works, and stay.
   */
  on_abort: 'leave' | 'back' | 'stay'
  /** Whether users can still be shifted back. */
  way_back: boolean
}

const both = ['deploy', 'rollback'] as const
const deploy = ['deploy'] as const
const before = { users: 'old', on_abort: 'leave', way_back: true } as const
const final = { users: 'new', on_abort: 'stay', way_back: false } as const

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
    users: 'moving',
    resumed: 'ask',
    on_abort: 'back',
    way_back: true,
  },
  {
    phase: 'bake',
    in: both,
    records: 'the new color is `live`, the old one `standby`',
    users: 'new',
    resumed: 'ask',
    on_abort: 'back',
    way_back: true,
  },
  {
    phase: 'rolling',
    in: deploy,
    records: 'after each batch: its hosts',
    users: 'new',
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

/** The row of the furthest phase that was begun: the order of the table counts, not that of the beginnings. */
export function furthest(begun: readonly { phase: Phase }[]): PhaseRule {
  return MACHINE.findLast(({ phase }) => begun.some((run) => run.phase === phase)) ?? MACHINE[0]
}

/** Whether a phase is left to do: one whose rule says `once` is not done again. */
export function hasToDo(journal: Journal, phase: Phase): boolean {
  return ruleOf(phase).resumed !== 'once' || !journal.hasDone(phase)
}

/** The row of the furthest phase that the operation has begun. */
export function reached({ operation }: Journal): PhaseRule {
  return furthest(operation?.phases ?? [])
}

/** Whether the operation is past the point of no return. */
export function isFinal(journal: Journal): boolean {
  return !reached(journal).way_back
}
