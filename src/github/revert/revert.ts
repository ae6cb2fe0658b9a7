import { ledgerLogin } from '../../deploy/ledger/login.js'
import { isGood } from '../../deploy/ledger/outcome.js'
import { liveSlot, type State } from '../../deploy/ledger/state.js'
import type { OperationResult, RevertReport } from '../../deploy/operations/result.js'
import { ledgerPorts } from '../../deploy/operations/start.js'
import type { Variables } from '../../manifest/values.js'
import { messageOf } from '../../platform/errors.js'
import { gitText, repositoryRoot } from '../../platform/git/git.js'
import type { GitHubApi } from '../../platform/github-api.js'
import type { Log } from '../../platform/log.js'
import { commonUrl } from '../../release/origin.js'
import { propose, revertBody, revertTitle } from './pull-request.js'
import { pushRevert, RevertFailed, type RevertRemote } from './revert-commit.js'

export interface RevertInputs {
  /** A folder of the clone. */
  folder: string
  /** The Git remote to push the branch to; default: origin. */
  remote: string | undefined
  /** The branch to revert; default: the default branch of the remote. */
  base: string | undefined
  /** The token for the remote, in case the checkout keeps no credentials. */
  token: string | undefined
  env: Variables
  /** Opens the pull request; without it, only the branch is pushed. */
  gitHub: GitHubApi | undefined
}

/** Propose the revert of a rollback that ended well, and add a report of it to the result. */
export async function withRevert(
  result: OperationResult,
  inputs: RevertInputs & { environment: string },
  log: Log,
  signal: AbortSignal,
): Promise<OperationResult> {
  if (!isGood(result) || !result.live) return result
  const state = await readLedger(inputs, log)
  return { ...result, revert: await proposeRevert(result, state, inputs, log, signal) }
}

/** @returns `undefined` when the ledger cannot be read now */
async function readLedger(
  inputs: RevertInputs & { environment: string },
  log: Log,
): Promise<State | undefined> {
  try {
    const { ledger } = await ledgerPorts(inputs, log)
    return await ledger.read()
  } catch (error) {
    log.warn(`Cannot read the ledger: ${messageOf(error)}`)
    return undefined
  }
}

/**
 * Push a branch that restores the files of the live release, and on GitHub open a pull request from it.
 *
 * Never throws: a problem here does not make the rollback a failure. The report names it, and the log warns of it.
 *
 * @param state the ledger after the rollback; it names the commit of the live release
 */
export async function proposeRevert(
  result: OperationResult,
  state: State | undefined,
  inputs: RevertInputs,
  log: Log,
  signal: AbortSignal,
): Promise<RevertReport> {
  const branch = branchOf(result)
  try {
    return await log.step('Open a revert pull request', () => proposed(result, state, branch, inputs, signal))
  } catch (error) {
    const reason = error instanceof RevertFailed ? error.reason : 'git_failed'
    const message = messageOf(error)
    log.warn(`The revert pull request was not opened (${reason}): ${message}`)
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
  const text = `${title}\n\nThis restores the files of the release from ${commit}.`
  const { base, pushed } = await pushRevert(remote, { commit, base: inputs.base, branch, message: text })
  const report = { branch, url: null, reason: null }
  if (pushed === 'nothing') {
    const message = `${base} already has the files of ${version}.`
    return { ...report, outcome: 'nothing_to_change', branch: null, message }
  }
  const { gitHub } = inputs
  const place = hostedOn(address, inputs.env)
  if (!gitHub?.hasToken || !place) {
    const message = `The branch ${branch} was pushed. Open a pull request from it into ${base}.`
    return { ...report, outcome: 'pushed', message }
  }
  const body = revertBody(result, commit, runUrl(place, inputs.env))
  const pull = { base, branch, title, body }
  const { url, isNew } = await propose(gitHub, place.repository, pull, signal).catch((error: unknown) => {
    throw new RevertFailed('github_refused', `The branch ${branch} was pushed. ${messageOf(error)}`, error)
  })
  const outcome = isNew && pushed === 'new' ? 'proposed' : 'updated'
  const message = `A pull request from ${branch} into ${base} is ${isNew ? 'open' : 'updated'}.`
  return { ...report, outcome, url, message }
}

/** The commit that the live release was packaged from. @throws RevertFailed `commit_unknown` */
function commitOf({ live }: OperationResult, state: State | undefined): string {
  const slot = state && liveSlot(state)
  if (slot?.commit && slot.release.digest === live?.release.digest) return slot.commit
  throw new RevertFailed(
    'commit_unknown',
    `The ledger does not name the commit that ${live?.release.version ?? 'the live release'} was packaged from.`,
  )
}

/** A version may contain characters that the name of a branch may not. */
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

interface HostedRepository {
  server: string
  /** `owner/name` */
  repository: string
}

/** The repository of a remote that is on this run's own GitHub: the token is for no other server. */
function hostedOn(address: string, env: Variables): HostedRepository | undefined {
  const server = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '')
  const url = commonUrl(address)
  if (!url?.startsWith(`${server}/`)) return undefined
  const repository = url.slice(server.length + 1)
  return /^[\w.-]+\/[\w.-]+$/.test(repository) ? { server, repository } : undefined
}

function runUrl({ server, repository }: HostedRepository, { GITHUB_RUN_ID: id }: Variables) {
  return id && /^\d+$/.test(id) ? `${server}/${repository}/actions/runs/${id}` : undefined
}
