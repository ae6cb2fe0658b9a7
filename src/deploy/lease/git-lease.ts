import { writeFileCommit } from '../../platform/git/commit.js'
import { GitError } from '../../platform/git/git.js'
import { readObjects } from '../../platform/git/objects.js'
import type { GitLedgerOptions } from '../ledger/git-ledger.js'
import { ledgerGit } from '../ledger/remote.js'
import { type Lease, LeaseRefused, type LeaseStore, LeaseTaken, readLease } from './lease.js'

const LEASE_FILE = 'lease.json'
/** The answer of a server that does not accept such a ref: a hook, a rule, or a missing permission. */
const REFUSED = /hook declined|pre-receive|prohibited|protected|permission|denied|\b403\b/i
/** Less than the time between two renewals: a renewal that hangs must not delay the next one. */
const TIMEOUT_MS = 15_000

/**
 * A lease in a Git ref beside the ledger, `refs/changeover-leases/<environment>`: one commit without a parent, which the next
 * renewal replaces.
 */
export function gitLease(options: Omit<GitLedgerOptions, 'strategy'>): LeaseStore {
  const { folder, remote, env, now } = options
  const ref = `refs/changeover-leases/${options.environment}`
  const place = { folder, ref, env }
  const settings = { cwd: folder, timeoutMs: TIMEOUT_MS, ...(env && { env }) }
  /** The commits that this run has written, or tried to write: the answer to a push may have been lost. */
  const own = new Set<string>()
  /** The commit of the ref, as far as this run knows; `undefined` before its first renewal. */
  let last: string | undefined

  const git = (args: readonly string[]) => ledgerGit(place, args, { timeoutMs: TIMEOUT_MS })
  const text = async (args: readonly string[]) => (await git(args)).toString('utf8')

  /** The commit of the ref; empty without one. */
  const head = async (): Promise<string> => {
    if (remote === undefined) return (await text(['for-each-ref', '--format=%(objectname)', ref])).trim()
    return (await text(['ls-remote', remote, ref])).split(/\s/)[0] ?? ''
  }

  /** Move the ref from `last` to `commit`, or delete it. */
  const move = async (commit: string | undefined) => {
    if (remote === undefined) {
      const to = commit === undefined ? ['-d', ref] : [ref, commit]
      await git(['update-ref', ...to, ...(last === undefined ? [] : [last])])
      return
    }
    const condition = last === undefined ? '--force' : `--force-with-lease=${ref}:${last}`
    await git(['push', '--quiet', '--no-verify', condition, remote, `${commit ?? ''}:${ref}`])
  }

  const renew = async (lease: Lease) => {
    const content = `${JSON.stringify(lease, null, 2)}\n`
    const message = `lease of ${lease.owner.name}`
    const file = { parent: undefined, path: LEASE_FILE, content, message, date: now() }
    const commit = await writeFileCommit(file, settings)
    own.add(commit)
    try {
      await move(commit)
      last = commit
    } catch (error) {
      if (!(error instanceof GitError)) throw error
      if (REFUSED.test(error.stderr)) throw new LeaseRefused(error)
      if (last === undefined) throw error
      const there = await head()
      if (there !== '' && !own.has(there)) throw new LeaseTaken()
      // the answer to this or an earlier renewal was lost, or the ref was deleted: the next renewal continues from there
      last = there || '0'.repeat(commit.length)
      if (there !== commit) throw error
    }
  }

  const read = async () => {
    if (remote !== undefined) {
      const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-prune', '--no-recurse-submodules']
      try {
        await git(['fetch', ...quiet, remote, `+${ref}:${ref}`])
      } catch (error) {
        if (error instanceof GitError && /couldn't find remote ref/.test(error.stderr)) return undefined
        throw error
      }
    }
    const [commit, file] = await readObjects([ref, `${ref}:${LEASE_FILE}`], { ...settings, maxBytes: 65_536 })
    const lease = file && readLease(file.content.toString('utf8'))
    return commit && lease ? { id: commit.id, lease } : undefined
  }

  const remove = async () => {
    if (last !== undefined) await move(undefined)
  }

  return { renew, read, remove }
}
