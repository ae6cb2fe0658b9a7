import { MACHINE } from '../../../src/changeover/phases.js'
import type { State } from '../../../src/changeover/state.js'
import { furthest } from './invariants.js'
import type { Run, World } from './world.js'

const MOMENTS = ['died before', 'died after', 'lost reply'] as const
export type Moment = (typeof MOMENTS)[number]
const WAYS = ['resumed', 'given up'] as const

/** Counts in which phases runs died or lost an answer, and what became of their operations. */
export class Coverage {
  private readonly counts = new Map<string, number>()
  private open: { operation: string; phase: string; kind: string; moment: Moment } | undefined

  /** A scenario begins. */
  reset(): void {
    this.open = undefined
  }

  /** A run has ended for good, and left an operation behind. */
  left(world: World, run: Run, moment: Moment): void {
    const { operation } = world.ledger
    if (operation?.owner?.pid !== run.number) return
    const { id, kind } = operation
    this.open = { operation: id, kind, phase: furthest(operation).phase, moment }
  }

  /** A record was made: does it decide what becomes of an operation that was left behind? */
  recorded(before: State, next: State): void {
    const { open } = this
    const operation = before.operation
    if (!open || operation?.id !== open.operation) return
    const goesOn = next.operation && next.operation.phases.at(-1)?.phase !== operation.phases.at(-1)?.phase
    if (next.operation && !goesOn) return
    const superseded = !next.operation && next.history.at(-1)?.reason === 'superseded'
    const key = keyOf(open.kind, open.phase, open.moment, superseded ? 'given up' : 'resumed')
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    this.open = undefined
  }

  /** For people: how often each was reached. */
  table(): string {
    const head = MOMENTS.flatMap((moment) => WAYS.map((way) => `${moment}, ${way}`))
    const rows = this.rows().map(({ kind, phase, cells }) => [
      `${kind} ${phase}`,
      ...cells.map(({ count }) => count),
    ])
    const line = (cells: readonly unknown[]) => cells.map((cell) => String(cell).padStart(21)).join('')
    return [['phase in the ledger', ...head], ...rows].map(line).join('\n')
  }

  /** What was never reached, and can be. */
  missing(): string[] {
    return this.rows().flatMap(({ kind, phase, cells }) =>
      cells
        // an unfinished rollback is always brought to its end by another operation
        .filter(({ count, way }) => count === 0 && (kind === 'deploy' || way === 'given up'))
        .map(({ moment, way }) => keyOf(kind, phase, moment, way)),
    )
  }

  private rows() {
    return MACHINE.flatMap(({ phase, in: kinds }) =>
      kinds.map((kind) => ({
        kind,
        phase,
        cells: MOMENTS.flatMap((moment) =>
          WAYS.map((way) => {
            const count = this.counts.get(keyOf(kind, phase, moment, way)) ?? 0
            return { moment, way, count }
          }),
        ),
      })),
    )
  }
}

function keyOf(...parts: string[]): string {
  return parts.join('/')
}
