import pRetry, { AbortError } from 'p-retry'
import { messageOf } from '../../platform/errors.js'
import { GitError, type GitOptions, gitWithDeadline } from '../../platform/git/git.js'
import { LedgerError } from './ledger.js'

export interface LedgerPlace {
  /** A folder of the repository. */
  folder: string
  ref: string
  /** Environment variables for git, to log in when the checkout has no credentials. */
  env?: Record<string, string> | undefined
}

/** Run git on the repository of a ledger. @throws GitError */
export function ledgerGit(
  { folder, env }: LedgerPlace,
  args: readonly string[],
  more: Partial<GitOptions> = {},
): Promise<Buffer> {
  return gitWithDeadline(args, { cwd: folder, ...(env && { env }), ...more })
}

/** The answer of a remote when another push was faster. */
const SLOWER =
  /stale info|non-fast-forward|fetch first|cannot lock ref|reference already exists|but expected/i
/** The answer of a remote that accepts pushes, but not this one: a hook or a rule. */
const REFUSED = /\[remote rejected\]/

/**
 * The remote that has a ledger, and the local ref of the same name, which follows it. A request to the remote is tried three
 * times when the remote cannot be reached, and once when the remote refuses it.
 */
export class LedgerRemote {
  constructor(
    private readonly place: LedgerPlace,
    private readonly name: string,
  ) {}

  /**
   * Bring the local ref to that of the remote.
   *
   * @returns whether the remote has one
   * @throws LedgerError `ledger_unreachable`; `ledger_rewritten` when the ref of the remote does not descend from the local one
   */
  async fetch(): Promise<boolean> {
    const { ref } = this.place
    const end = await this.reach(() => this.fetchOnce(`${ref}:${ref}`))
    if (end === 'absent') {
      if ((await this.local()) !== undefined) throw this.rewritten('was deleted')
      return false
    }
    if (end === 'rejected') await this.fetchAnew()
    return true
  }

  /**
   * Compare-and-swap: move the remote's ref from `parent`, or from nowhere, to `commit`.
   *
   * @throws LedgerError `ledger_moved`, `ledger_unreachable`
   */
  async push(commit: string, parent: string | undefined): Promise<void> {
    const { ref } = this.place
    const lease = `--force-with-lease=${ref}:${parent ?? ''}`
    // a push updates only local refs that are fetched by default; this makes it one for the moment
    const follow = ['-c', `remote.${this.name}.fetch=+${ref}:${ref}`]
    await this.reach(async () => {
      try {
        await this.git([...follow, 'push', '--quiet', '--no-verify', lease, this.name, `${commit}:${ref}`])
      } catch (error) {
        if (!(error instanceof GitError)) throw error
        // the answer to this or an earlier try may have been lost: look before failing
        const now = await this.head()
        if (now === commit) return
        if (now !== parent) throw moved(ref, error)
        if (REFUSED.test(error.stderr) && !SLOWER.test(error.stderr)) throw new AbortError(error)
        throw error
      }
    })
  }

  private async fetchOnce(refspec: string): Promise<'done' | 'absent' | 'rejected'> {
    const options = ['--no-tags', '--no-write-fetch-head', '--no-prune', '--no-recurse-submodules']
    try {
      // with --show-forced-updates git refuses a ref that was rewritten, whatever the user's settings are
      await this.git(['fetch', ...options, '--show-forced-updates', this.name, refspec])
      return 'done'
    } catch (error) {
      if (!(error instanceof GitError)) throw error
      if (/couldn't find remote ref/.test(error.stderr)) return 'absent'
      if (/\(non-fast-forward\)/.test(error.stderr)) return 'rejected'
      throw error
    }
  }

  /** The fetched ref does not descend from the local one. Another local process may have been faster: compare in that order. */
  private async fetchAnew(): Promise<void> {
    const { ref } = this.place
    const here = await this.local()
    const there = await this.reach(() => this.head())
    await this.reach(() => this.fetchOnce(ref))
    if (here === undefined || there === undefined) throw this.rewritten('was deleted')
    try {
      await this.git(['merge-base', '--is-ancestor', here, there])
    } catch (error) {
      throw this.rewritten('was rewritten: it does not contain the records that this clone has', error)
    }
  }

  /** The commit that the remote has. @throws GitError */
  private async head(): Promise<string | undefined> {
    const line = (await this.git(['ls-remote', this.name, this.place.ref])).toString('utf8')
    return line.split(/\s/)[0] || undefined
  }

  private async local(): Promise<string | undefined> {
    const args = ['for-each-ref', '--format=%(objectname)', this.place.ref]
    return (await this.git(args)).toString('utf8').trim() || undefined
  }

  private git(args: readonly string[]): Promise<Buffer> {
    return ledgerGit(this.place, args)
  }

  private reach<T>(ask: () => Promise<T>): Promise<T> {
    return pRetry(
      async () => {
        try {
          return await ask()
        } catch (error) {
          if (error instanceof GitError || error instanceof AbortError) throw error
          throw new AbortError(error instanceof Error ? error : messageOf(error))
        }
      },
      { retries: 2, minTimeout: 500, maxTimeout: 2000 },
    ).catch((error: unknown) => {
      if (!(error instanceof GitError)) throw error
      throw new LedgerError(
        'ledger_unreachable',
        `The ledger ${this.place.ref} on the remote "${this.name}" cannot be reached: ${error.stderr.trim() || error.message}`,
        'Check the remote and its credentials. On GitHub, give the job `contents: write`, and pass a token or let the checkout keep its credentials.',
        error,
      )
    })
  }

  private rewritten(what: string, cause?: unknown): LedgerError {
    const { ref } = this.place
    return new LedgerError(
      'ledger_rewritten',
      `The ledger ${ref} on the remote "${this.name}" ${what}.`,
      `Compare  git log ${ref}  with  git ls-remote ${this.name} ${ref}. If the remote is right, delete the local copy: git update-ref -d ${ref}. If the remote lost its ledger, restore it: git push ${this.name} ${ref}`,
      cause,
    )
  }
}

/** Another run recorded something meanwhile. */
export function moved(ref: string, cause: unknown): LedgerError {
  return new LedgerError(
    'ledger_moved',
    `The ledger ${ref} was changed by another run in the meantime.`,
    'Run changeover status, then the same command again.',
    cause,
  )
}
