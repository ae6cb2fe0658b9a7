import { basename } from 'node:path'
import type { Variables } from '../manifest/values.js'
import { messageOf, UserError } from '../platform/errors.js'
import { writeFileAtomic } from '../platform/files.js'
import { type GitHubApi, GitHubError, isObject } from '../platform/github-api.js'
import type { Log } from '../platform/log.js'
import { bundlePath } from '../release/provenance/beside.js'
import type { ProvenanceStatement } from '../release/provenance/statement.js'

/** Milliseconds for a signature: an identity token, a certificate and an entry in the log. */
const SIGN_TIMEOUT_MS = 180_000

/** Whether a release is attested: where the job is permitted to, always, or never. */
export type AttestMode = 'auto' | 'required' | 'never'

/** An attestation, for results and outputs. */
export interface AttestationResult {
  /** Path of the signed bundle, beside the archive. */
  bundle: string
  /** GitHub's id of the attestation; `null` when GitHub did not store it. */
  id: string | null
  url: string | null
}

/** The outside world of an attestation. */
export interface AttestPorts {
  /** Signs a statement in the name of this workflow run. */
  sign: (statement: ProvenanceStatement) => Promise<object>
  /** Stores the bundle. */
  gitHub: GitHubApi | undefined
  env: Variables
  log: Log
  /** For tests. */
  signTimeoutMs?: number
}

/** Sign with GitHub's own library: at Sigstore for a public repository, at GitHub's instance for a private one. */
export async function signByGitHub({
  subject,
  predicateType,
  predicate,
}: ProvenanceStatement): Promise<object> {
  const { attest } = await import('../bundles/attest.js')
  const subjects = subject.map(({ name, digest: { sha256 } }) => ({ name, digest: { sha256 } }))
  // the library would store the bundle without a time limit, and hide GitHub's answer: `store` does it
  const options = { subjects, predicateType, predicate, token: '', skipWrite: true }
  return (await attest(options)).bundle
}

/**
 * Attest a release: sign its statement, write the bundle beside the archive, and store it at GitHub.
 *
 * @returns `undefined` when the release is not attested; the log says why
 * @throws UserError `attestation_not_permitted`, `attestation_failed` in mode `required`
 */
export async function attestRelease(
  archive: string,
  statement: ProvenanceStatement,
  mode: AttestMode,
  ports: AttestPorts,
): Promise<AttestationResult | undefined> {
  if (mode === 'never') return undefined
  try {
    refuseWithoutPermission(ports.env)
    return await ports.log.step(`Attest ${basename(archive)}`, async () => {
      const bundle = await signed(statement, ports)
      const path = bundlePath(archive)
      await writeFileAtomic(path, `${JSON.stringify(bundle)}\n`)
      return { bundle: path, ...(await storedBy(mode, bundle, ports)) }
    })
  } catch (error) {
    if (mode === 'required' || !(error instanceof UserError)) throw error
    const message = `The release is not attested. ${error.message} ${error.remedy ?? ''}`
    // no warning for a job that never asked for attestations
    if (error.code === 'attestation_not_permitted') ports.log.info(message)
    else ports.log.warn(message)
    return undefined
  }
}

/** Store the bundle at GitHub. Unless it is required, a failure is only a warning: the bundle beside the archive is enough. */
async function storedBy(mode: AttestMode, bundle: object, ports: AttestPorts) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = ports.env
  try {
    const id = await store(bundle, ports)
    const url = `${server}/${repository}/attestations/${id}`
    ports.log.info(`Attested: ${url}`)
    return { id, url }
  } catch (error) {
    if (mode === 'required' || !(error instanceof UserError)) throw error
    ports.log.warn(
      `The release is signed, but GitHub did not store the attestation. ${error.message} ${error.remedy ?? ''}`,
    )
    return { id: null, url: null }
  }
}

function refuseWithoutPermission({
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  GITHUB_REPOSITORY: repository,
}: Variables) {
  if (url && repository) return
  throw notPermitted('The job is not permitted to request an identity token.')
}

async function signed(statement: ProvenanceStatement, ports: AttestPorts): Promise<object> {
  const limit = ports.signTimeoutMs ?? SIGN_TIMEOUT_MS
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no signature within ${limit / 1000} s`)), limit)
  })
  try {
    return await Promise.race([ports.sign(statement), late])
  } catch (error) {
    throw failed(`The release cannot be signed: ${messageOf(error)}.`, error)
  } finally {
    clearTimeout(timer)
  }
}

/** @returns GitHub's id of the attestation */
async function store(bundle: object, { env, gitHub }: AttestPorts): Promise<string> {
  if (!gitHub) throw notPermitted('There is no token for GitHub.')
  const route = `POST /repos/${env.GITHUB_REPOSITORY}/attestations`
  let answer: unknown
  try {
    // a second copy of the same bundle does no harm
    const request = { permission: 'attestations: write', parameters: { bundle }, repeatable: true } as const
    answer = await gitHub.request(route, request)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.status === 401 || error.status === 403) throw notPermitted(error.message)
    throw failed(`GitHub did not store the attestation. ${error.message}`, error)
  }
  const id = isObject(answer) ? answer.id : undefined
  if (typeof id === 'number' || typeof id === 'string') return String(id)
  throw failed('GitHub did not store the attestation: its answer has no id.', undefined)
}

function notPermitted(message: string): UserError {
  return new UserError('attestation_not_permitted', message, {
    remedy: 'Give the job the permissions "id-token: write" and "attestations: write".',
  })
}

function failed(message: string, cause: unknown): UserError {
  return new UserError('attestation_failed', message, {
    remedy: 'Run the job again. If it fails again, check the status pages of GitHub and Sigstore.',
    cause,
  })
}
