import { messageOf, UserError } from '../../platform/errors.js'

/**
 * Wait for the artifact client at most `ms` milliseconds. It cannot be stopped: what it still does then is left
 * behind, and ends with the process.
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
        new UserError('store_timeout', `The artifact service did not end the ${what} within ${ms} ms.`, {
          remedy: 'Look at githubstatus.com, then run the job again.',
        }),
      )
    }, ms)
  })
  work.catch(() => {}) // when it fails after its time, nobody is left to hear of it
  try {
    return await Promise.race([work, end])
  } finally {
    clearTimeout(timer)
    if (onAbort) signal?.removeEventListener('abort', onAbort)
  }
}

/** What the client throws, as a problem with a name. */
export function artifactFailure(what: string, error: unknown): UserError {
  if (error instanceof UserError) return error
  // signed URLs are secrets
  const said = messageOf(error)
    .replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1')
    .slice(0, 500)
  const message = `The ${what} of the artifact failed: ${said}`
  if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL|not currently supported on GHES/.test(said)) {
    return new UserError('artifacts_unavailable', message, {
      remedy:
        'Artifacts need a step of a workflow run on github.com. Use github-release:, oci: or file: elsewhere.',
      cause: error,
    })
  }
  if (/\(409\)/.test(said)) {
    return new UserError('upload_broken_off', message, {
      remedy:
        'An earlier upload of this run broke off and its name is taken. Start a new run of the workflow.',
      cause: error,
    })
  }
  if (/\b40[13]\b/.test(said)) {
    return new UserError('store_denied', message, {
      remedy:
        'The token of the run is not let in. Run the job again; a run that is over takes no more artifacts.',
      cause: error,
    })
  }
  if (/after \d+ attempts|Unable to make request/.test(said)) {
    return new UserError('store_unreachable', message, {
      remedy: 'Look at githubstatus.com and at the network of the runner, then run the job again.',
      cause: error,
    })
  }
  return new UserError('store_refused', message, {
    remedy: 'Do what the message says; look at githubstatus.com, then run the job again.',
    cause: error,
  })
}
