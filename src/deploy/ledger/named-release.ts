import { OperationFailure } from './failure.js'
import type { ReleaseId, State } from './state.js'

/** A digest, or its beginning. Twelve digits are enough that two releases do not share them. */
const DIGEST = /^sha256:[0-9a-f]{12,64}$/

/** Whether a version, a digest or the first 12 or more digits of one name this release. */
export function isNamed(asked: string, { version, digest }: ReleaseId): boolean {
  return asked === version || (DIGEST.test(asked) && digest.startsWith(asked))
}

/**
 * Make sure that the beginning of a digest names at most one release of the ledger.
 *
 * @throws OperationFailure `release_not_held`
 */
export function ensureOneRelease(state: State, asked: string): void {
  if (!DIGEST.test(asked)) return
  const digests = new Set(knownReleases(state).map(({ digest }) => digest))
  const fitting = [...digests].filter((digest) => digest.startsWith(asked))
  if (fitting.length < 2) return
  throw new OperationFailure(
    'release_not_held',
    `${fitting.length} digests begin with ${asked}: ${fitting.join(', ')}.`,
    'Give more digits of the digest that you want.',
  )
}

/** The release of that name that was live last, as far as the state of the ledger goes back. */
export function onceLive(state: State, asked: string): ReleaseId | undefined {
  const { blue, green, in_place, in_place_previous } = state
  const held = [in_place_previous, in_place, blue, green].find(
    (slot) => slot && isNamed(asked, slot.release) && ['standby', 'retiring', 'retired'].includes(slot.state),
  )
  const ended = state.history.findLast(
    ({ release, outcome }) => isNamed(asked, release) && ['promoted', 'restored'].includes(outcome),
  )
  return held?.release ?? ended?.release
}

function knownReleases(state: State): ReleaseId[] {
  const { blue, green, in_place, in_place_previous, history } = state
  const held = [blue, green, in_place, in_place_previous].flatMap((slot) => slot?.release ?? [])
  return [...held, ...history.map(({ release }) => release)]
}
