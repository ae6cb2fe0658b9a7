import { basename } from 'node:path'
import pRetry, { AbortError } from 'p-retry'
import type { Variables } from '../manifest/values.js'
import { messageOf, UserError } from '../platform/errors.js'
import { writeFileAtomic } from '../platform/files.js'
import type { Log } from '../platform/log.js'
import { bundlePath } from '../release/provenance/names.js'
import type { ProvenanceStatement } from '../release/provenance/statement.js'

/** Milliseconds for a signature with all that it takes: a token, a certificate, a monitor. */
const SIGN_TIMEOUT_MS = 180_000
/** Milliseconds for one answer of GitHub's, and how often it is asked again after none, 429 or 5xx. */
const KEEP_TIMEOUT_MS = 15_000
const KEEP_RETRIES = 3

/** Whether a release is attested: where the job may, or always, or never. */
export type AttestMode = 'auto' | 'required' | 'never'

/** What an attestation is, for results and outputs. */
export interface AttestationResult {
  /** The signed bundle, beside the archive. */
  bundle: string
  /** How GitHub calls it; `null` when GitHub did not keep it. */
  id: string | null
  url: string | null
}

/** The outside world of an attestation. */
export interface AttestPorts {
  /** Signs a statement as the workflow run that this is. */
  sign: (statement: ProvenanceStatement) => Promise<object>
  env: Variables
  token: string
  log: Log
  /** For tests. */
  signTimeoutMs?: number
  pauseMs?: number
}

/** GitHub's own library signs: at Sigstore for a public repository, at GitHub's instance for a private one. */
export async function signByGitHub({
  subject,
  predicateType,
  predicate,
}: ProvenanceStatement): Promise<object> {
  const { attest } = await import('@actions/attest')
  const subjects = subject.map(({ name, digest: { sha256 } }) => ({ name, digest: { sha256 } }))
  // keeping it is done below: with a time limit, and with GitHub's answer
  const options = { subjects, predicateType, predicate, token: '', skipWrite: true }
  return (await attest(options)).bundle
}

/**
 * Have a release attested: sign the statement about it, lay the bundle beside the archive and let GitHub keep it.
 *
 * @returns `undefined` when it is not attested, which was said in the log
 * @throws UserError `attestation_not_permitted`, `attestation_failed` where it is required
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
      return { bundle: path, ...(await keptBy(mode, bundle, ports)) }
    })
  } catch (error) {
    if (mode === 'required' || !(error instanceof UserError)) throw error
    const said = `The release is not attested. ${error.message} ${error.remedy ?? ''}`
    // a job that never asked for it need not be warned
    if (error.code === 'attestation_not_permitted') ports.log.info(said)
    else ports.log.warn(said)
    return undefined
  }
}

/** A signature holds wherever it lies: where it need not be, GitHub's own copy is a convenience. */
async function keptBy(mode: AttestMode, bundle: object, ports: AttestPorts) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = ports.env
  try {
    const id = await kept(bundle, ports)
    const url = `${server}/${repository}/attestations/${id}`
    ports.log.info(`Attested: ${url}`)
    return { id, url }
  } catch (error) {
    if (mode === 'required' || !(error instanceof UserError)) throw error
    ports.log.warn(
      `The release is signed, but GitHub does not keep it. ${error.message} ${error.remedy ?? ''}`,
    )
    return { id: null, url: null }
  }
}

function refuseWithoutPermission({
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  GITHUB_REPOSITORY: repository,
}: Variables) {
  if (url && repository) return
  throw notPermitted('The job may not ask for an identity token.')
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

/** @returns GitHub's number for the attestation */
async function kept(bundle: object, { env, token, pauseMs = 1_000 }: AttestPorts): Promise<string> {
  const api = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  const url = `${api}/repos/${env.GITHUB_REPOSITORY}/attestations`
  try {
    return await pRetry(() => post(url, token, bundle), { retries: KEEP_RETRIES, minTimeout: pauseMs })
  } catch (error) {
    if (error instanceof UserError) throw error
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw failed(`GitHub does not keep the attestation: ${messageOf(cause)}.`, error)
  }
}

async function post(url: string, token: string, bundle: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(KEEP_TIMEOUT_MS),
    headers: {
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    },
    body: JSON.stringify({ bundle }),
  })
  if (response.ok) {
    const answer = (await response.json()) as { id?: unknown } | null
    if (typeof answer?.id === 'number' || typeof answer?.id === 'string') return String(answer.id)
    throw new AbortError('the answer has no id')
  }
  await response.body?.cancel()
  if (response.status === 401 || response.status === 403) {
    throw new AbortError(notPermitted(`GitHub answered ${response.status} to the attestation.`))
  }
  const said = new Error(`it answered ${response.status}`)
  throw response.status >= 500 || response.status === 429 ? said : new AbortError(said)
}

function notPermitted(message: string): UserError {
  return new UserError('attestation_not_permitted', message, {
    remedy: 'Give the job the permissions "id-token: write" and "attestations: write".',
  })
}

function failed(message: string, cause: unknown): UserError {
  return new UserError('attestation_failed', message, {
    remedy: 'Run the job again; if it stays, look at the status of GitHub and of Sigstore.',
    cause,
  })
}
