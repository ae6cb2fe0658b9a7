import pRetry, { AbortError } from 'p-retry'
import { messageOf, UserError } from '../../platform/errors.js'

/** Milliseconds for one answer of the platform. */
const TIMEOUT_MS = 15_000
/** How often a question is asked again that got no answer, or one of 429 or 5xx. */
const RETRIES = 2
const MOST_BYTES = 16 * 1024 * 1024

/** A platform that keeps attestations by the digest of what they are about. */
export interface AttestationsApi {
  /** The base address of its REST API. */
  url: string
  token: string | undefined
  /** Milliseconds before a question is asked again; for tests. */
  pauseMs?: number
}

/** The platform's API, as a process's environment names it; `undefined` outside of it. */
export function attestationsApi(env: Record<string, string | undefined>): AttestationsApi | undefined {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || undefined
  const url = env.GITHUB_API_URL || (token === undefined ? undefined : 'https://api.github.com')
  return url === undefined ? undefined : { url, token }
}

/**
 * The bundles that a repository has for a file, by the file's SHA-256. Nothing in them is verified.
 *
 * @throws UserError `attestation_unavailable` when the platform cannot be asked
 */
export async function fetchBundles(
  api: AttestationsApi,
  repository: string,
  sha256: string,
): Promise<unknown[]> {
  const url = `${api.url.replace(/\/+$/, '')}/repos/${repository}/attestations/sha256:${sha256}?per_page=30`
  try {
    const answer = await pRetry(() => ask(url, api.token), {
      retries: RETRIES,
      minTimeout: api.pauseMs ?? 1_000,
    })
    return answer === undefined ? [] : bundlesOf(answer)
  } catch (error) {
    throw new UserError('attestation_unavailable', `Cannot ask for attestations: ${reasonOf(error)}.`, {
      remedy: 'Give the job the permission "attestations: read", or lay the bundle beside the archive.',
      cause: error,
    })
  }
}

async function ask(url: string, token: string | undefined): Promise<string | undefined> {
  const response = await fetch(url, {
    redirect: 'error', // a token is for the host that it was made for
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  if (response.status === 404) return undefined
  if (response.ok) return limitedText(response)
  await response.body?.cancel()
  const said = new Error(`${new URL(url).host} answered ${response.status}`)
  throw response.status >= 500 || response.status === 429 ? said : new AbortError(said)
}

async function limitedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > MOST_BYTES) throw new AbortError(`the answer is larger than ${MOST_BYTES} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function bundlesOf(text: string): unknown[] {
  const data: unknown = JSON.parse(text)
  const list = typeof data === 'object' && data !== null && 'attestations' in data ? data.attestations : []
  return (Array.isArray(list) ? list : []).flatMap((item: unknown) =>
    typeof item === 'object' && item !== null && 'bundle' in item && item.bundle ? [item.bundle] : [],
  )
}

/** `fetch` says what went wrong only in the cause of its error. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && cause.message !== '' ? cause.message : messageOf(error)
}
