import type { BlueGreenSettings } from '../../../generated/manifest.js'
import { duration } from '../../manifest/values.js'
import type { Operation, State } from '../ledger/state.js'
import { furthest } from '../phases/phases.js'

/** The last moment that a date can be. */
const LAST_MS = 8.64e15

/** The state with the time until which the release that waits may be shifted to. It does not begin anew when it is verified again. */
export function withDeadline(state: State, { promote_within }: BlueGreenSettings, now: string): State {
  const { operation } = state
  if (!operation) return state
  const ends = new Date(Math.min(Date.parse(now) + duration(promote_within, '30d'), LAST_MS)).toISOString()
  return { ...state, operation: { ...operation, deadline: operation.deadline ?? ends } }
}

/** Whether a verified release was not promoted in time. One whose shift has begun is past that question. */
export function hasExpired({ deadline, phases }: Operation, now: Date): boolean {
  return (
    deadline !== undefined && now.getTime() > Date.parse(deadline) && furthest(phases).on_abort === 'leave'
  )
}
