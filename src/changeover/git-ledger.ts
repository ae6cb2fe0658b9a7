import pRetry, { AbortError } from 'p-retry'
import { messageOf } from '../platform/errors.js'
import { GitError, type GitOptions, git } from '../platform/git.js'
import { type Ledger, LedgerError } from './ledger.js'
import { emptyState, type State } from './state.js'
import validate from './validator.generated.js'

const STATE_FILE = 'state.json'
/** What Git says when a compare-and-swap lost. Anything else is a problem with reaching the remote. */
const LOST =
  /rejected|stale info|non-fast-forward|fetch first|cannot lock ref|reference already exists|but expected/i

export interface GitLedgerOptions {
  /** A folder of the repository. */
  folder: string
  environment: string
  strategy: State['strategy']
  /** The Git remote that holds the ledger; `undefined` keeps it in the local repository. */
  remote: string | undefined
  /** The time of a record. */
  now: () => Date
}

/**
 * A ledger in a Git ref, `refs/changeover/<environment>`: each record is a commit that holds `state.json`.
 *
 * The ref moves only from the commit that was read last, which is both compare-and-swap and lock. Reading and
 * pushing are tried three times when the remote cannot be reached, never when it said no.
 */
export function gitLedger(options: GitLedgerOptions): Ledger {
  const ref = `refs/changeover/${options.environment}`
  const { remote } = options
  /** The commit that each state came from. */
  const commits = new WeakMap<State, string | undefined>()

  const run = (args: readonly string[], more: Partial<GitOptions> = {}) =>
    // hooks are the repository's own business, and untrusted code in a pull request
    git(['-c', 'core.hooksPath=/dev/null', '-c', 'gc.auto=0', ...args], { cwd: options.folder, ...more })
  const runText = async (args: readonly string[], more?: Partial<GitOptions>) =>
    (await run(args, more)).toString('utf8').trim()

  const head = async (): Promise<string | undefined> => {
    if (remote === undefined) {
      return (await runText(['for-each-ref', '--format=%(objectname)', ref])) || undefined
    }
    const line = await reach(() => runText(['ls-remote', remote, ref]))
    const commit = line.split(/\s/)[0] || undefined
    if (commit !== undefined) {
      await reach(() =>
        run(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remote, `+${ref}:${ref}`]),
      )
    }
    return commit
  }

  const read = async (): Promise<State> => {
    const commit = await head()
    const state =
      commit === undefined ? emptyState(options.environment, options.strategy) : await stateOf(commit)
    commits.set(state, commit)
    return state
  }

  const stateOf = async (commit: string): Promise<State> => {
    let data: unknown
    try {
      data = JSON.parse((await run(['cat-file', 'blob', `${commit}:${STATE_FILE}`])).toString('utf8'))
    } catch (error) {
      throw unreadable(ref, messageOf(error), error)
    }
    if (!validate(data)) {
      const [first] = validate.errors ?? []
      throw unreadable(ref, `${STATE_FILE}${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
    }
    return data as State
  }

  const record = async (previous: State, next: State, why: string): Promise<State> => {
    const parent = commits.get(previous)
    const recorded: State = { ...next, serial: previous.serial + 1 }
    const commit = await writeCommit(recorded, parent, why)
    if (remote === undefined) await moveLocal(commit, parent)
    else await push(remote, commit, parent)
    commits.set(recorded, commit)
    return recorded
  }

  const writeCommit = async (state: State, parent: string | undefined, why: string): Promise<string> => {
    const blob = await runText(['hash-object', '-w', '--stdin'], {
      input: `${JSON.stringify(state, null, 2)}\n`,
    })
    const tree = await runText(['mktree'], { input: `100644 blob ${blob}\t${STATE_FILE}\n` })
    const date = options.now().toISOString()
    return runText(['commit-tree', tree, ...(parent === undefined ? [] : ['-p', parent]), '-F', '-'], {
      input: why,
      env: {
        GIT_AUTHOR_NAME: 'Changeover',
        GIT_AUTHOR_EMAIL: 'changeover@localhost',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: 'Changeover',
        GIT_COMMITTER_EMAIL: 'changeover@localhost',
        GIT_COMMITTER_DATE: date,
      },
    })
  }

  const moveLocal = async (commit: string, parent: string | undefined) => {
    try {
      await run(['update-ref', ref, commit, parent ?? '0'.repeat(commit.length)])
    } catch (error) {
      if (error instanceof GitError && LOST.test(error.stderr)) throw moved(ref, error)
      throw error
    }
  }

  const push = async (to: string, commit: string, parent: string | undefined) => {
    const lease = `--force-with-lease=${ref}:${parent ?? ''}`
    await reach(async () => {
      try {
        await run(['push', '--quiet', '--no-verify', lease, to, `${commit}:${ref}`])
      } catch (error) {
        if (!(error instanceof GitError)) throw error
        // the answer to an earlier try may have been lost on the way: look before giving up
        const now = (await runText(['ls-remote', to, ref])).split(/\s/)[0]
        if (now === commit) return
        if (LOST.test(error.stderr) || (now || undefined) !== parent) throw moved(ref, error)
        throw error
      }
    })
    await run(['update-ref', ref, commit]) // so that `git log` of the ref works here as well
  }

  const reach = <T>(ask: () => Promise<T>): Promise<T> =>
    pRetry(
      async () => {
        try {
          return await ask()
        } catch (error) {
          if (error instanceof GitError) throw error
          throw new AbortError(error instanceof Error ? error : messageOf(error))
        }
      },
      { retries: 2, minTimeout: 500, maxTimeout: 2000 },
    ).catch((error: unknown) => {
      if (!(error instanceof GitError)) throw error
      throw new LedgerError(
        'ledger_unreachable',
        `The ledger ${ref} on the remote "${remote}" cannot be reached: ${error.stderr.trim() || error.message}`,
        'Check the remote and its credentials. On GitHub the job needs  permissions: contents: write  and a checkout that keeps its credentials.',
        error,
      )
    })

  return { place: remote === undefined ? ref : `${ref} on ${remote}`, read, record }
}

function moved(ref: string, cause: unknown): LedgerError {
  return new LedgerError(
    'ledger_moved',
    `The ledger ${ref} moved meanwhile: another run recorded something.`,
    'See changeover status, and start again.',
    cause,
  )
}

function unreadable(ref: string, why: string, cause?: unknown): LedgerError {
  return new LedgerError(
    'ledger_unreadable',
    `The ledger ${ref} cannot be understood: ${why}`,
    `Look at it with  git log -p ${ref}  and push a commit that holds a state.json that is right.`,
    cause,
  )
}
