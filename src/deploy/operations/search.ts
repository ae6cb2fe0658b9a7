import { UserError } from '../../platform/errors.js'
import type { Log } from '../../platform/log.js'
import { type ReleaseSources, storeOf, withRelease } from '../../release/locate.js'
import type { Release } from '../../release/open.js'
import { OperationFailure } from '../ledger/failure.js'
import type { Ledger } from '../ledger/ledger.js'
import { isNamed, onceLive } from '../ledger/named-release.js'
import type { Reason } from '../ledger/outcome.js'
import type { ReleaseName, State } from '../ledger/state.js'
import type { OperationResult } from '../phases/result.js'

/** Why no color can be shifted back to a version, and deploying it anew is what helps. */
const DEPLOY_HELPS: readonly Reason[] = [
  'release_not_held',
  'window_closed',
  'contracted',
  'nothing_to_roll_back_to',
]

/** Looks in the stores for releases that the ledger names: the digest that it has is what must come out of them. */
export class LedgerSearch {
  constructor(
    private readonly sources: ReleaseSources,
    private readonly log: Log,
    private readonly signal: AbortSignal,
  ) {}

  /** Work with the archive of a release. @returns false when there is no store to look in */
  fetch = async (name: ReleaseName, work: (release: Release) => Promise<void>): Promise<boolean> => {
    if (!(await this.hasStore())) return false
    try {
      const asked = { release: name.version, digest: name.digest }
      await withRelease(asked, this.sources, { log: this.log, signal: this.signal }, work)
      return true
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      throw new OperationFailure('release_not_held', error.message, error.remedy, error)
    }
  }

  /**
   * The release to deploy anew after a rollback to `version` was refused, or `undefined`: nothing may be in flight, the
   * version must have been live once, and its archive be given or in a store.
   */
  async toDeployAnew(
    version: string | undefined,
    given: string | undefined,
    refused: Pick<OperationResult, 'outcome' | 'reason' | 'strategy'>,
    ledger: Ledger,
  ): Promise<(ReleaseName & { release: string }) | undefined> {
    if (version === undefined || refused.outcome !== 'refused') return undefined
    if (refused.strategy === 'in_place') return undefined // it deploys anew itself
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

/** A color that is ready to be shifted back to, but for its files, is not deployed anew. */
function isStandby(state: State, version: string, reason: Reason): boolean {
  return (
    reason === 'release_not_held' &&
    [state.blue, state.green].some((slot) => slot !== null && isNamed(version, slot.release))
  )
}
