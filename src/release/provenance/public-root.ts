import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { getTrustedRoot } from '@sigstore/tuf'
import { messageOf, UserError } from '../../platform/errors.js'

/** Milliseconds for each request, and how often one that failed is asked again. */
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
      `Cannot get the public root of trust: ${reasonOf(error)}.`,
      {
        remedy: 'Let the machine reach it, or hand in a file that `gh attestation trusted-root` made.',
        cause: error,
      },
    )
  }
}

/** The client wraps what went wrong, more than once. */
function reasonOf(error: unknown): string {
  let at = error
  while (at instanceof Error && at.cause instanceof Error) at = at.cause
  return at === error ? messageOf(error) : `${messageOf(error)}: ${messageOf(at)}`
}
