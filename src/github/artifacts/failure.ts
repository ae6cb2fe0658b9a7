import { messageOf, UserError } from '../../platform/errors.js'

/**
 * Wait for the artifact client at most `ms` milliseconds. The client cannot be stopped: it then continues until the
 * process ends.
 *
 * @throws UserError `store_timeout`; the signal's reason when it aborts
 */
export async function withinTime<T>(
  what: string,
  work: Promise<T>,
  ms: number,
  signal?: AbortSignal,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let onAbort: (() => void) | undefined
  const end = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal?.reason)
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted) onAbort()
    timer = setTimeout(() => {
      reject(
        new UserError('store_timeout', `The artifact service did not complete the ${what} within ${ms} ms.`, {
          remedy: 'Check githubstatus.com, then run the job again.',
        }),
      )
    }, ms)
  })
  work.catch(() => {}) // a failure after the time limit has no listener any more
  try {
    return await Promise.race([work, end])
  } finally {
    clearTimeout(timer)
    if (onAbort) signal?.removeEventListener('abort', onAbort)
  }
}

/** Map an error of the artifact client to a UserError. */
export function artifactFailure(what: string, error: unknown): UserError {
  if (error instanceof UserError) return error
  // signed URLs are secrets
  const details = messageOf(error)
    .replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1')
    .slice(0, 500)
  const message = `The ${what} of the artifact failed: ${details}`
  if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL|not currently supported on GHES/.test(details)) {
    return new UserError('artifacts_unavailable', message, {
      remedy:
        'Artifacts are available only in a workflow run on github.com. Use github-release:, oci: or file: elsewhere.',
      cause: error,
    })
  }
  if (/\(409\)/.test(details)) {
    return new UserError('upload_broken_off', message, {
      remedy:
        'An earlier upload of this run was interrupted, and its name is taken. Start a new run of the workflow.',
      cause: error,
    })
  }
  if (/\b40[13]\b/.test(details)) {
    return new UserError('store_denied', message, {
      remedy:
        'The token of the run is not accepted. Run the job again: a run that has ended accepts no more artifacts.',
      cause: error,
    })
  }
  if (/after \d+ attempts|Unable to make request/.test(details)) {
    return new UserError('store_unreachable', message, {
      remedy: 'Check githubstatus.com and the network of the runner, then run the job again.',
      cause: error,
    })
  }
  return new UserError('store_refused', message, {
    remedy: 'Fix what the message names, or check githubstatus.com, then run the job again.',
    cause: error,
  })
}
