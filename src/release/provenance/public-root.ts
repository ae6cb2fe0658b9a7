import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { getTrustedRoot } from '@sigstore/tuf'
import { messageOf, UserError } from '../../platform/errors.js'

/** Milliseconds for each request, and the number of repetitions. */
const TIMEOUT_MS = 10_000
const RETRIES = 2

/**
 * The root of Sigstore's public instance, fetched and verified by The Update Framework.
 *
 * @throws UserError `trusted_root_unavailable`
 */
export async function publicRoot(place: { mirror?: string; cache?: string }): Promise<TrustedRoot> {
  const { mirror, cache } = place
  try {
    return await getTrustedRoot({
      timeout: TIMEOUT_MS,
      retry: { retries: RETRIES },
      ...(mirror === undefined ? {} : { mirrorURL: mirror }),
      ...(cache === undefined ? {} : { cachePath: cache }),
    })
  } catch (error) {
    throw new UserError(
      'trusted_root_unavailable',
      `Cannot fetch the public root of trust: ${reasonOf(error)}.`,
      {
        remedy: 'Allow access to it, or use a file from: gh attestation trusted-root > trusted-root.jsonl',
        cause: error,
      },
    )
  }
}

/** The client wraps the cause of an error several times. */
function reasonOf(error: unknown): string {
  let at = error
  while (at instanceof Error && at.cause instanceof Error) at = at.cause
  return at === error ? messageOf(error) : `${messageOf(error)}: ${messageOf(at)}`
}
