import { ledgerLogin } from '../../deploy/ledger/login.js'
import { isGood } from '../../deploy/ledger/outcome.js'
import { liveSlot, type State } from '../../deploy/ledger/state.js'
import type { OperationResult, RevertReport } from '../../deploy/operations/result.js'
import type { Variables } from '../../manifest/values.js'
import { messageOf } from '../../platform/errors.js'
import { gitText, repositoryRoot } from '../../platform/git.js'
import type { Log } from '../../platform/log.js'
import { commonUrl } from '../../release/origin.js'
import { propose, revertBody, revertTitle } from './pull-request.js'
import { pushRevert, RevertFailed, type RevertRemote } from './revert-commit.js'

export interface RevertInputs {
  /** A folder of the clone. */
  folder: string
  /** The Git remote that gets the branch; default: origin. */
  remote: string | undefined
  /** The branch that is to be mended; default: the remote's own. */
  base: string | undefined
  token: string | undefined
  env: Variables
}

/**
 * The result of a rollback with what became of it in Git. One that did not end well is not written back.
 */
export async function withRevert(
  result: OperationResult,
  inputs: RevertInputs & { environment: string },
  log: Log,
  signal: AbortSignal,
): Promise<OperationResult> {
  if (!isGood(result) || !result.live) return result
  return { ...result, revert: await revert(result, await liveNow(inputs, log), inputs, log, signal) }
}

/** What the ledger has of the live release; a ledger that cannot be read now knows of none. */
async function liveNow(inputs: RevertInputs & { environment: string }, log: Log): Promise<State | undefined> {
  const { ledgerPorts } = await import('../../deploy/operations/start.js')
  try {
    const { ledger } = await ledgerPorts(inputs, log)
    return await ledger.read()
  } catch (error) {
    log.warn(`The ledger cannot be read: ${messageOf(error)}`)
    return undefined
  }
}

/**
 * Propose in Git what a rollback has brought about: a branch, and on GitHub a pull request, by which the files of the release
 * that traffic is on are in the base branch again.
 *
 * Never throws: a rollback that ended well has ended well. What was not possible is in the report, and in the log.
 *
 * @param state what the ledger says since
 */
export async function revert(
  result: OperationResult,
  state: State | undefined,
  inputs: RevertInputs,
  log: Log,
  signal: AbortSignal,
): Promise<RevertReport> {
  const branch = branchOf(result)
  try {
    return await log.step('Write the rollback back to Git', () =>
      proposed(result, state, branch, inputs, signal),
    )
  } catch (error) {
    const reason = error instanceof RevertFailed ? error.reason : 'git_failed'
    const message = messageOf(error)
    log.warn(`The rollback was not written back to Git (${reason}): ${message}`)
    return {
      outcome: 'failed',
      branch: reason === 'github_refused' ? branch : null,
      url: null,
      reason,
      message,
    }
  }
}

async function proposed(
  result: OperationResult,
  state: State | undefined,
  branch: string,
  inputs: RevertInputs,
  signal: AbortSignal,
): Promise<RevertReport> {
  const { version } = result.live?.release ?? { version: '' }
  const commit = commitOf(result, state)
  const { remote, address } = await remoteOf(inputs)
  const title = revertTitle(result.environment, version)
  const message = `${title}\n\nThe files of the release are those of ${commit}.`
  const { base, pushed } = await pushRevert(remote, { commit, base: inputs.base, branch, message })
  if (pushed === 'nothing') {
    const said = `${base} has the files of ${version} already.`
    return { outcome: 'nothing_to_change', branch: null, url: null, reason: null, message: said }
  }
  const gitHub = gitHubOf(address, inputs)
  if (!gitHub) {
    const said = `The branch ${branch} was pushed: open a pull request from it into ${base}.`
    return { outcome: 'pushed', branch, url: null, reason: null, message: said }
  }
  const { GITHUB_RUN_ID: id } = inputs.env
  const run =
    id && /^\d+$/.test(id) ? `${gitHub.server}/${gitHub.access.repository}/actions/runs/${id}` : undefined
  const body = revertBody(result, commit, run)
  const { url, isNew } = await propose(gitHub.access, { base, branch, title, body }, signal).catch(
    (error: unknown) => {
      throw new RevertFailed('github_refused', `The branch ${branch} was pushed. ${messageOf(error)}`, error)
    },
  )
  const outcome = isNew && pushed === 'new' ? 'proposed' : 'updated'
  return { outcome, branch, url, reason: null, message: `${branch} is proposed for ${base}.` }
}

/** The commit of the release that traffic is on. @throws RevertFailed `commit_unknown` */
function commitOf({ live }: OperationResult, state: State | undefined): string {
  const slot = state && liveSlot(state)
  if (slot?.commit !== undefined && slot.release.digest === live?.release.digest) return slot.commit
  throw new RevertFailed(
    'commit_unknown',
    `The ledger does not know which commit ${live?.release.version ?? 'the live release'} was packaged from.`,
  )
}

/** A version may have what a branch may not. */
function branchOf({ environment, live }: OperationResult): string {
  const plain = (text: string) => text.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replaceAll(/\.{2,}/g, '.')
  const version = plain(live?.release.version ?? '').replace(/\.(lock)?$/, '-')
  return `changeover/revert-${plain(environment)}-to-${version}`
}

/** @throws RevertFailed `remote_unknown` */
async function remoteOf({ folder, remote = 'origin', token, env }: RevertInputs) {
  const root = await repositoryRoot(folder)
  const address = await gitText(['config', '--get', `remote.${remote}.url`], { cwd: root }).catch(() => '')
  if (address === '') throw new RevertFailed('remote_unknown', `The repository has no remote "${remote}".`)
  const login = await ledgerLogin(root, address, token, env)
  const found: RevertRemote = { root, name: remote, env: login }
  return { remote: found, address }
}

/** The GitHub that a remote is on, where there is a token for it. The token goes to this run's own GitHub alone. */
function gitHubOf(address: string, { token, env }: RevertInputs) {
  const server = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '')
  const url = commonUrl(address)
  if (!token || !url?.startsWith(`${server}/`)) return undefined
  const repository = url.slice(server.length + 1)
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined
  return { server, access: { repository, token, apiUrl: env.GITHUB_API_URL } }
}
