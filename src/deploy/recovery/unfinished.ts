import type { Color } from '../../drivers/color.js'
import { OperationFailure } from '../ledger/failure.js'
import type { Operation } from '../ledger/state.js'
import { furthest } from '../phases/phases.js'

/**
 * What a rollback makes of an operation that nobody works on. `unchanged`: users never left, and that is all. `restored`: they
 * are taken to where they are safe, and that is all. `goes_on`: it ends, and the rollback only begins.
 *
 * @throws OperationFailure `contracted`
 */
export function whatBecomesOf(
  { kind, phases, to_color, release }: Operation,
  live: Color | null,
): 'unchanged' | 'restored' | 'goes_on' {
  const { on_abort, way_back } = furthest(phases)
  if (!way_back) throw noWayBack(release.version)
  // traffic is on that release to stay, or were so before the deploy began: to take them back is left to do
  if (on_abort === 'stay' || (on_abort === 'leave' && live !== null && live === to_color)) return 'goes_on'
  if (on_abort === 'back') return 'restored'
  return kind === 'rollback' ? 'goes_on' : 'unchanged'
}

/** An operation past the point of no return can only be finished. */
export function noWayBack(version: string): OperationFailure {
  return new OperationFailure(
    'contracted',
    `${version} was being made final when its run died: there is no way back.`,
    `Finish it: changeover deploy --until finalized, with the archive of ${version}.`,
  )
}
