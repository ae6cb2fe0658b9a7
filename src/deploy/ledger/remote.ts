import pRetry, { AbortError } from 'p-retry'
import { messageOf } from '../../platform/errors.js'
import { GitError, type GitOptions, gitWithDeadline } from '../../platform/git/git.js'
import { LedgerError } from './ledger.js'

export interface LedgerPlace {
  /** A folder of the repository. */
  folder: string
  ref: string
  /** Added to git's environment, so that it can log in where the checkout has kept no credentials. */
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

/** What a remote says when another push was faster. */
const SLOWER =
  /stale info|non-fast-forward|fetch first|cannot lock ref|reference already exists|but expected/i
/** It takes pushes, but not this one: a hook or a rule of the server's. */
const REFUSED = /\[remote rejected\]/

/**
 * The remote that keeps a ledger, and the ref of the same name here, which follows it. What is asked of the remote
 * is tried three times when it cannot be reached, never when it said no.
 */
export class LedgerRemote {
  constructor(
    private readonly place: LedgerPlace,
    private readonly name: string,
  ) {}

  /**
   * Bring the ref here to where the remote's is.
   *
   * @returns whether the remote has one
   * @throws LedgerError `ledger_unreachable`; `ledger_rewritten` when the remote's does not go on from what was here
   */
  async fetch(): Promise<boolean> {
    const { ref } = this.place
    const end = await this.reach(() => this.fetchOnce(`${ref}:${ref}`))
    if (end === 'absent') {
      if ((await this.local()) !== undefined) throw this.rewritten('has no ledger any more')
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
    // a push lets the refs here follow that are fetched by default: this one is not, but for now
    const follow = ['-c', `remote.${this.name}.fetch=+${ref}:${ref}`]
    await this.reach(async () => {
      try {
        await this.git([...follow, 'push', '--quiet', '--no-verify', lease, this.name, `${commit}:${ref}`])
      } catch (error) {
        if (!(error instanceof GitError)) throw error
        // the answer to this or an earlier try may have been lost on the way: look before giving up
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
      // with --show-forced-updates a ref that was rewritten is refused, whatever the user's settings say
      await this.git(['fetch', ...options, '--show-forced-updates', this.name, refspec])
      return 'done'
    } catch (error) {
      if (!(error instanceof GitError)) throw error
      if (/couldn't find remote ref/.test(error.stderr)) return 'absent'
      if (/\(non-fast-forward\)/.test(error.stderr)) return 'rejected'
      throw error
    }
  }

  /** What was fetched does not go on from what is here, unless another process here was faster: compare in that order. */
  private async fetchAnew(): Promise<void> {
    const { ref } = this.place
    const here = await this.local()
    const there = await this.reach(() => this.head())
    await this.reach(() => this.fetchOnce(ref))
    if (here === undefined || there === undefined) throw this.rewritten('was taken away')
    try {
      await this.git(['merge-base', '--is-ancestor', here, there])
    } catch (error) {
      throw this.rewritten('does not go on from what was seen of it here', error)
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
        'Check the remote and its credentials. On GitHub the job needs  permissions: contents: write  and a checkout that keeps its credentials, or a token.',
        error,
      )
    })
  }

  private rewritten(what: string, cause?: unknown): LedgerError {
    const { ref } = this.place
    return new LedgerError(
      'ledger_rewritten',
      `The ledger ${ref} on the remote "${this.name}" ${what}.`,
      `Compare  git log ${ref}  with  git ls-remote ${this.name} ${ref}. If the remote is right, forget what was seen here: git update-ref -d ${ref}. If it lost its ledger, give it back: git push ${this.name} ${ref}`,
      cause,
    )
  }
}

/** Another run recorded something since. */
export function moved(ref: string, cause: unknown): LedgerError {
  return new LedgerError(
    'ledger_moved',
    `The ledger ${ref} moved meanwhile: another run recorded something.`,
    'See changeover status, and start again.',
    cause,
  )
}
