import { writeFileCommit } from '../../platform/git/commit.js'
import { GitError } from '../../platform/git/git.js'
import { type GitObject, readObjects } from '../../platform/git/objects.js'
import { type Ledger, LedgerError, type LedgerHistory, type LedgerRecord } from './ledger.js'
import { decodeState, StateUnreadable } from './read-state.js'
import { LedgerRemote, ledgerGit, moved } from './remote.js'
import { emptyState, type State } from './state.js'

const STATE_FILE = 'state.json'
/** Git's message when the compare-and-swap of a local ref has lost. */
const LOST = /cannot lock ref|reference already exists|but expected/i

export interface GitLedgerOptions {
  /** A folder of the repository. */
  folder: string
  environment: string
  strategy: State['strategy']
  /** The Git remote that has the ledger; `undefined` keeps it in the local repository. */
  remote: string | undefined
  /** Environment variables for git, to log in at the remote. */
  env?: Record<string, string>
  /** The time of a record. */
  now: () => Date
}

/**
 * A ledger in a Git ref, `refs/changeover/<environment>`. Each record is a commit with a `state.json`. The ref moves only from
 * the commit that was read last: that is the compare-and-swap.
 */
export function gitLedger(options: GitLedgerOptions): Ledger & LedgerHistory {
  const { environment, folder, env } = options
  const ref = `refs/changeover/${environment}`
  const place = { folder, ref, env }
  const remote = options.remote === undefined ? undefined : new LedgerRemote(place, options.remote)
  /** The commit of each state. */
  const commits = new WeakMap<State, string | undefined>()

  const read = async (): Promise<State> => {
    const exists = await (remote?.fetch() ?? true)
    const found = exists ? await newest() : undefined
    const state = found?.state ?? emptyState(environment, options.strategy)
    commits.set(state, found?.commit)
    return state
  }

  /** The commit of the ref and its state, read by one process. The ref is read before and after, since it may move. */
  const newest = async (): Promise<{ commit: string; state: State } | undefined> => {
    const names = [ref, `${ref}:${STATE_FILE}`, `${ref}^:${STATE_FILE}`, ref]
    for (;;) {
      const [commit, state, parent, again] = await objects(names)
      if (commit?.id !== again?.id) continue // it moved in between
      if (!commit) return undefined
      try {
        return { commit: commit.id, state: decodeState(state?.content, environment, parent?.content) }
      } catch (error) {
        throw error instanceof StateUnreadable ? unreadable(ref, error.message, error) : error
      }
    }
  }

  const objects = async (names: readonly string[]): Promise<(GitObject | undefined)[]> => {
    try {
      return await readObjects(names, { cwd: folder, ...(env && { env }) })
    } catch (error) {
      throw error instanceof GitError ? unreadable(ref, error.message, error) : error
    }
  }

  const record = async (previous: State, next: State, why: string): Promise<State> => {
    const parent = commits.get(previous)
    const recorded: State = { ...next, serial: previous.serial + 1 }
    const content = `${JSON.stringify(recorded, null, 2)}\n`
    const commit = await writeFileCommit(
      { parent, path: STATE_FILE, content, message: why, date: options.now() },
      { cwd: folder, ...(env && { env }) },
    )
    await (remote ? remote.push(commit, parent) : moveLocal(commit, parent))
    commits.set(recorded, commit)
    return recorded
  }

  const moveLocal = async (commit: string, parent: string | undefined) => {
    try {
      await ledgerGit(place, ['update-ref', ref, commit, parent ?? '0'.repeat(commit.length)])
    } catch (error) {
      if (error instanceof GitError && LOST.test(error.stderr)) throw moved(ref, error)
      throw error
    }
  }

  const history = async (limit: number, before?: string): Promise<LedgerRecord[]> => {
    if (before === undefined && remote && !(await remote.fetch())) return []
    const from = before ?? (await objects([ref]))[0]?.id
    if (from === undefined) return []
    const skip = before === undefined ? [] : ['--skip=1']
    const format = ['--format=%H%x00%cI%x00%s', `--max-count=${limit}`, '--first-parent']
    const log = (await ledgerGit(place, ['log', ...format, ...skip, from])).toString('utf8').trim()
    const lines = log.split('\n').filter(Boolean)
    const commits = lines.map((line) => line.split('\0'))
    const states = await objects(commits.map(([id]) => `${id}:${STATE_FILE}`))
    return commits.map(([id = '', at = '', why = ''], index) => {
      return { id, at, why, state: stateOrNull(states[index]?.content, environment) }
    })
  }

  return {
    place: options.remote === undefined ? ref : `${ref} on ${options.remote}`,
    read,
    record,
    history,
  }
}

function stateOrNull(content: Buffer | undefined, environment: string): State | null {
  try {
    return decodeState(content, environment)
  } catch (error) {
    if (error instanceof StateUnreadable) return null
    throw error
  }
}

function unreadable(ref: string, why: string, cause: unknown): LedgerError {
  return new LedgerError(
    'ledger_unreadable',
    `The ledger ${ref} cannot be parsed: ${why}`,
    `Look at it with  git log -p ${ref}  and push a commit with a valid state.json whose serial is higher than the last.`,
    cause,
  )
}
