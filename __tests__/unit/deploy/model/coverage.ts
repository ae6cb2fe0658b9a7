import type { State } from '../../../../src/deploy/ledger/state.js'
import type { OperationResult } from '../../../../src/deploy/operations/result.js'
import { MACHINE } from '../../../../src/deploy/phases/phases.js'
import { furthest } from './invariants.js'
import { OUTCOMES } from './results.js'
import type { Run, World } from './world.js'

const MOMENTS = ['died before', 'died after', 'lost reply'] as const
export type Moment = (typeof MOMENTS)[number]
/** Continued; ended by a deploy or a rollback of another release; ended by an abort. */
const WAYS = ['resumed', 'superseded', 'aborted'] as const

/** Counts in which phases runs died or lost an answer, what became of their operations, and how runs ended. */
export class Coverage {
  private readonly counts = new Map<string, number>()
  private open: { operation: string; phase: string; kind: string; moment: Moment } | undefined

  constructor(private readonly strategy: State['strategy']) {}

  /** A scenario begins. */
  reset(): void {
    this.open = undefined
  }

  /** A run has ended for good, and left an operation behind. */
  left(world: World, run: Run, moment: Moment): void {
    const { operation } = world.ledger
    if (run.request.kind === 'abort') this.add('abort', moment)
    if (operation?.owner?.pid !== run.number) return
    const { id, kind } = operation
    this.open = { operation: id, kind, phase: furthest(operation).phase, moment }
  }

  /** A run makes a record: does it decide what becomes of an operation that was left behind? */
  recorded(run: Run, before: State, next: State): void {
    const { open } = this
    const operation = before.operation
    if (!open || operation?.id !== open.operation) return
    const isAbort = run.request.kind === 'abort'
    const goesOn =
      !isAbort && next.operation && next.operation.phases.at(-1)?.phase !== operation.phases.at(-1)?.phase
    if (next.operation && !goesOn) return
    const isAborted = ['superseded', 'deadline_passed'].includes(next.history.at(-1)?.reason ?? '')
    const way = isAbort ? 'aborted' : !next.operation && isAborted ? 'superseded' : 'resumed'
    this.add(open.kind, open.phase, open.moment, way)
    this.open = undefined
  }

  /** A run has ended, and says how. */
  ended({ request: { kind }, toreDown }: Run, { outcome, reason }: OperationResult): void {
    this.add(kind, outcome)
    if (toreDown) this.add(kind, 'tore a color down')
    if (reason === 'deadline_passed') this.add(kind, 'deadline passed')
  }

  /** For people: how often each was reached. */
  table(): string {
    const head = MOMENTS.flatMap((moment) => WAYS.map((way) => `${moment}, ${way}`))
    const rows = this.rows().map(({ kind, phase, cells }) => [
      `${kind} ${phase}`,
      ...cells.map(({ count }) => count),
    ])
    const line = (cells: readonly unknown[]) => cells.map((cell) => String(cell).padStart(22)).join('')
    const table = [['phase in the ledger', ...head], ...rows].map(line)
    return [...table, ...this.facts().map((key) => `${key.replace('/', ': ')}: ${this.count(key)}`)].join(
      '\n',
    )
  }

  /** What was never reached, and can be. */
  missing(): string[] {
    const cells = this.rows().flatMap(({ kind, phase, way_back, cells: row }) =>
      row
        // in blue-green an unfinished rollback is always brought to its end by another operation, seldom by an abort
        .filter(({ way }) => way === 'superseded' || kind === 'deploy' || this.strategy === 'in_place')
        .filter(({ way }) => way !== 'aborted' || way_back)
        .filter(({ count }) => count === 0)
        .map(({ moment, way }) => keyOf(kind, phase, moment, way)),
    )
    return [...cells, ...this.facts().filter((key) => this.count(key) === 0)]
  }

  private facts(): string[] {
    const ends = Object.entries(OUTCOMES[this.strategy]).flatMap(([kind, outcomes]) =>
      outcomes.map((outcome) => keyOf(kind, outcome)),
    )
    const aborts = MOMENTS.map((moment) => keyOf('abort', moment))
    if (this.strategy === 'in_place') return [...ends, ...aborts]
    return [
      ...ends,
      ...aborts,
      'abort/tore a color down',
      'deploy/tore a color down',
      'deploy/deadline passed',
    ]
  }

  private rows() {
    return MACHINE.flatMap(({ phase, way_back, in: kinds }) =>
      this.kindsOf(phase, kinds).map((kind) => ({
        kind,
        phase,
        way_back,
        cells: MOMENTS.flatMap((moment) =>
          WAYS.map((way) => ({ moment, way, count: this.count(keyOf(kind, phase, moment, way)) })),
        ),
      })),
    )
  }

  /** In place, a rollback has the phases of a deploy. */
  private kindsOf(phase: string, kinds: readonly ('deploy' | 'rollback')[]): readonly string[] {
    if (this.strategy === 'blue_green') return kinds
    const has = ['claim', 'fetch', 'preflight', 'deploy', 'verify', 'bake'].includes(phase)
    return has ? ['deploy', 'rollback'] : []
  }

  private count(key: string): number {
    return this.counts.get(key) ?? 0
  }

  private add(...parts: string[]): void {
    const key = keyOf(...parts)
    this.counts.set(key, this.count(key) + 1)
  }
}

function keyOf(...parts: string[]): string {
  return parts.join('/')
}
