import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf, UserError } from '../../platform/errors.js'
import { GitError, git, gitWithDeadline } from '../../platform/git/git.js'
import { releasedFiles } from '../../release/build.js'
import type { TrackedFile } from '../../release/git-files.js'

/** Why there is no revert pull request. docs/results.md lists the reasons. */
export type RevertReason =
  | 'commit_unknown'
  | 'commit_missing'
  | 'base_unknown'
  | 'branch_taken'
  | 'remote_unknown'
  | 'manifest_unknown'
  | 'push_refused'
  | 'github_refused'
  | 'git_failed'

export class RevertFailed extends Error {
  constructor(
    readonly reason: RevertReason,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause })
    this.name = 'RevertFailed'
  }
}

/** The author of the commits. A branch whose last commit has another author is not ours to move. */
const EMAIL = 'changeover@localhost'
const WHO = {
  GIT_AUTHOR_NAME: 'Changeover',
  GIT_AUTHOR_EMAIL: EMAIL,
  GIT_COMMITTER_NAME: 'Changeover',
  GIT_COMMITTER_EMAIL: EMAIL,
}
const FETCH = ['fetch', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--quiet']

/** The remote to push to, and the environment with which git logs in there. */
export interface RevertRemote {
  root: string
  name: string
  env: Record<string, string>
}

export interface Proposal {
  /** The commit that the live release was packaged from. */
  commit: string
  /** The branch to revert; `undefined`: the default branch of the remote. */
  base: string | undefined
  branch: string
  message: string
}

/**
 * Push a branch with one commit on top of the base that restores the files of a release. The index, the work tree and the
 * branches of the clone stay as they are.
 *
 * @returns the base, and what happened to the branch: `current` when it already has that commit, `nothing` when the base
 *   already has those files
 * @throws RevertFailed
 */
export async function pushRevert(
  remote: RevertRemote,
  { commit, base: asked, branch, message }: Proposal,
): Promise<{ base: string; pushed: 'new' | 'moved' | 'current' | 'nothing' }> {
  const base = await baseOf(remote, asked)
  const own = `refs/changeover-revert/${process.pid}`
  try {
    const head = await fetched(remote, `refs/heads/${base}`, own)
    if (head === undefined) throw new RevertFailed('base_unknown', `The remote has no branch "${base}".`)
    await ensureCommit(remote, commit)
    const tree = await revertedTree(remote, head, commit)
    if (tree === (await text(remote, ['rev-parse', `${head}^{tree}`]))) return { base, pushed: 'nothing' }
    const old = await fetched(remote, `refs/heads/${branch}`, own)
    if (old !== undefined && (await isThat(remote, old, tree, head))) return { base, pushed: 'current' }
    await ensureOurs(remote, branch, old)
    const made = await text(remote, ['commit-tree', tree, '-p', head, '-m', message], WHO)
    await push(remote, branch, made, old)
    return { base, pushed: old === undefined ? 'new' : 'moved' }
  } finally {
    await run(remote, ['update-ref', '-d', own]).catch(() => {})
  }
}

async function baseOf(remote: RevertRemote, asked: string | undefined): Promise<string> {
  if (asked !== undefined) {
    const isName = await run(remote, ['check-ref-format', `refs/heads/${asked}`]).then(
      () => true,
      () => false,
    )
    if (isName) return asked
    throw new RevertFailed('base_unknown', `${JSON.stringify(asked)} is not a valid name of a branch.`)
  }
  const head = await reach(remote, ['ls-remote', '--symref', '--', remote.name, 'HEAD'])
  const [, name] = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(head) ?? []
  if (name !== undefined) return name
  throw new RevertFailed('base_unknown', 'The remote does not name a default branch. Name one with --base.')
}

/** Fetch a branch of the remote. @returns its commit; `undefined` when there is no such branch */
async function fetched(remote: RevertRemote, ref: string, own: string): Promise<string | undefined> {
  if ((await reach(remote, ['ls-remote', '--', remote.name, ref])) === '') return undefined
  await reach(remote, [...FETCH, '--', remote.name, `+${ref}:${own}`])
  return text(remote, ['rev-parse', '--verify', `${own}^{commit}`])
}

async function ensureCommit(remote: RevertRemote, commit: string): Promise<void> {
  const has = () => text(remote, ['cat-file', '-t', `${commit}^{tree}`])
  if (await has().catch(() => false)) return
  const isShallow = (await text(remote, ['rev-parse', '--is-shallow-repository'])) === 'true'
  const depth = isShallow ? ['--depth=1'] : []
  try {
    await reachRemote(remote, [...FETCH, ...depth, '--', remote.name, commit])
    await has()
  } catch (error) {
    throw new RevertFailed(
      'commit_missing',
      `The clone does not have the commit ${commit}, and the remote does not send it: ${detailsOf(error)}`,
      error,
    )
  }
}

/** The tree of the base, with the files of the release as they are in the commit: added, changed and removed. */
async function revertedTree(remote: RevertRemote, base: string, commit: string): Promise<string> {
  const { root } = remote
  const { before, after } = await releasedIn(root, base, commit)
  const kept = new Set(after.map(({ path }) => path))
  const gone = before.filter(({ path }) => !kept.has(path))
  const zero = '0'.repeat(commit.length)
  const lines = [
    ...gone.map(({ path }) => `0 ${zero}\t${path}\0`),
    ...after.map(({ path, id, ...file }) => `${modeOf(file)} ${id}\t${path}\0`),
  ]
  const folder = await mkdtemp(join(tmpdir(), 'changeover-index-'))
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') }
    await run(remote, ['read-tree', base], env)
    await gitWithDeadline(['update-index', '-z', '--index-info'], { cwd: root, env, input: lines.join('') })
    return await text(remote, ['write-tree'], env)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function releasedIn(root: string, base: string, commit: string) {
  try {
    return await releasedFiles(root, base, commit)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new RevertFailed('manifest_unknown', messageOf(error), error)
  }
}

function modeOf({ type, executable }: Pick<TrackedFile, 'type' | 'executable'>): string {
  if (type === 'symlink') return '120000'
  return executable ? '100755' : '100644'
}

async function isThat(remote: RevertRemote, old: string, tree: string, head: string): Promise<boolean> {
  return (await text(remote, ['show', '-s', '--format=%T %P', old])) === `${tree} ${head}`
}

async function ensureOurs(remote: RevertRemote, branch: string, old: string | undefined): Promise<void> {
  if (old === undefined || (await text(remote, ['show', '-s', '--format=%ce', old])) === EMAIL) return
  throw new RevertFailed('branch_taken', `The branch ${branch} has commits that Changeover did not make.`)
}

async function push(
  remote: RevertRemote,
  branch: string,
  commit: string,
  old: string | undefined,
): Promise<void> {
  const ref = `refs/heads/${branch}`
  const lease = `--force-with-lease=${ref}:${old ?? ''}`
  try {
    await reachRemote(remote, [
      'push',
      '--quiet',
      '--no-verify',
      lease,
      '--',
      remote.name,
      `${commit}:${ref}`,
    ])
  } catch (error) {
    throw new RevertFailed(
      'push_refused',
      `The branch ${branch} could not be pushed: ${detailsOf(error)}`,
      error,
    )
  }
}

/** Read from the remote. @throws RevertFailed `git_failed` */
async function reach(remote: RevertRemote, args: readonly string[]): Promise<string> {
  try {
    return (await reachRemote(remote, args)).toString('utf8').trim()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const message = `The remote "${remote.name}" cannot be read: ${detailsOf(error)}`
    throw new RevertFailed('git_failed', message, error)
  }
}

/** @throws GitError */
function reachRemote({ root, env }: RevertRemote, args: readonly string[]): Promise<Buffer> {
  return gitWithDeadline(args, { cwd: root, env })
}

function run({ root, env }: RevertRemote, args: readonly string[], more = {}): Promise<Buffer> {
  return git(args, { cwd: root, env: { ...env, ...more } })
}

async function text(remote: RevertRemote, args: readonly string[], more = {}): Promise<string> {
  return (await run(remote, args, more)).toString('utf8').trim()
}

function detailsOf(error: unknown): string {
  return error instanceof GitError ? error.stderr.trim() || error.message : messageOf(error)
}
