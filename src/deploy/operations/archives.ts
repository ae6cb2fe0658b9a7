import { UserError } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import { type ReleaseSources, storeOf, withRelease } from '../../release/locate.js'
import type { Release } from '../../release/open.js'
import { OperationFailure } from '../ledger/failure.js'
import type { Ledger } from '../ledger/ledger.js'
import { isNamed, onceLive } from '../ledger/named-release.js'
import type { Reason } from '../ledger/outcome.js'
import type { ReleaseId, State } from '../ledger/state.js'
import type { OperationResult } from './result.js'

/** Where the archive of a release comes from. */
export interface ArchiveSource {
  /** The archive that was given. No other one is looked for then. */
  release: Release | undefined
  /** Work with the archive of a release from wherever it is kept. @returns false when it is kept nowhere */
  fetch?: ((id: ReleaseId, work: (release: Release) => Promise<void>) => Promise<boolean>) | undefined
}

/**
 * Work with the archive of a release.
 *
 * @param expected begins the clause that names the expected release: `green holds`
 * @returns false when the archive is nowhere
 * @throws OperationFailure `release_not_held` when another archive was given, or the store fails
 */
export async function withArchive(
  id: ReleaseId,
  { release, fetch }: ArchiveSource,
  expected: string,
  work: (release: Release) => Promise<void>,
): Promise<boolean> {
  if (!release) return (await fetch?.(id, work)) ?? false
  const { version, digest } = release.document
  if (digest !== id.digest) {
    throw new OperationFailure(
      'release_not_held',
      `The archive is ${version} (${digest}), but ${expected} ${id.version} (${id.digest}).`,
      `Pass the archive of ${id.version}, or omit --release.`,
    )
  }
  await work(release)
  return true
}

/** The reasons of a refused rollback where deploying the release anew helps. */
const DEPLOY_HELPS: readonly Reason[] = [
  'release_not_held',
  'window_closed',
  'contracted',
  'nothing_to_roll_back_to',
]

/** The archives of the releases that the ledger names, in the stores. What a store returns must have the digest of the ledger. */
export class Archives {
  constructor(
    private readonly sources: ReleaseSources,
    private readonly log: Log,
    private readonly signal: AbortSignal,
  ) {}

  /** Work with the archive of a release. @returns false when no store is configured */
  fetch = async (id: ReleaseId, work: (release: Release) => Promise<void>): Promise<boolean> => {
    if (!(await this.hasStore())) return false
    try {
      const asked = { release: id.version, digest: id.digest }
      await withRelease(asked, this.sources, { log: this.log, signal: this.signal }, work)
      return true
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      throw new OperationFailure('release_not_held', error.message, error.remedy, error)
    }
  }

  /**
   * The release to deploy anew after a rollback to `version` was refused, or `undefined`. Nothing may be in flight, the
   * version must have been live once, and its archive must be given or in a store.
   */
  async toDeployAnew(
    version: string | undefined,
    given: string | undefined,
    refused: Pick<OperationResult, 'outcome' | 'reason' | 'strategy'>,
    ledger: Ledger,
  ): Promise<(ReleaseId & { release: string }) | undefined> {
    if (version === undefined || refused.outcome !== 'refused') return undefined
    if (refused.strategy === 'in_place') return undefined // such a rollback deploys anew itself
    if (!DEPLOY_HELPS.includes(refused.reason)) return undefined
    const state = await ledger.read()
    const known = onceLive(state, version)
    if (!known || state.operation || isStandby(state, version, refused.reason)) return undefined
    if (given === undefined && !(await this.hasStore())) return undefined
    return { release: given ?? known.version, ...known }
  }

  private async hasStore(): Promise<boolean> {
    try {
      await storeOf(this.sources, '')
      return true
    } catch (error) {
      if (error instanceof UserError) return false
      throw error
    }
  }
}

/** A color that lacks only its files can be shifted back to: it is not deployed anew. */
function isStandby(state: State, version: string, reason: Reason): boolean {
  return (
    reason === 'release_not_held' &&
    [state.blue, state.green].some((slot) => slot !== null && isNamed(version, slot.release))
  )
}
