import { OperationFailure } from './failure.js'
import type { ReleaseName, State } from './state.js'

/** Digits of a digest that are enough to name a release: fewer could be those of two by chance. */
const DIGEST = /^sha256:[0-9a-f]{12,64}$/

/** Whether a version, a digest or the beginning of one, at least 12 digits, means this release. */
export function isNamed(asked: string, { version, digest }: ReleaseName): boolean {
  return asked === version || (DIGEST.test(asked) && digest.startsWith(asked))
}

/**
 * Make sure that the beginning of a digest means one release of those that the ledger knows.
 *
 * @throws OperationFailure `release_not_held`
 */
export function ensureOneRelease(state: State, asked: string): void {
  if (!DIGEST.test(asked)) return
  const digests = new Set(knownReleases(state).map(({ digest }) => digest))
  const meant = [...digests].filter((digest) => digest.startsWith(asked))
  if (meant.length < 2) return
  throw new OperationFailure(
    'release_not_held',
    `${asked} is the beginning of ${meant.length} digests: ${meant.join(', ')}.`,
    'Give more digits of the one that is meant.',
  )
}

/** The release of that name which was live last, as far as the ledger's state goes back. */
export function onceLive(state: State, asked: string): ReleaseName | undefined {
  const { blue, green, in_place, in_place_previous } = state
  const held = [in_place_previous, in_place, blue, green].find(
    (slot) => slot && isNamed(asked, slot.release) && ['standby', 'retiring', 'retired'].includes(slot.state),
  )
  const ended = state.history.findLast(
    ({ release, outcome }) => isNamed(asked, release) && ['promoted', 'restored'].includes(outcome),
  )
  return held?.release ?? ended?.release
}

function knownReleases(state: State): ReleaseName[] {
  const { blue, green, in_place, in_place_previous, history } = state
  const held = [blue, green, in_place, in_place_previous].flatMap((slot) => slot?.release ?? [])
  return [...held, ...history.map(({ release }) => release)]
}
