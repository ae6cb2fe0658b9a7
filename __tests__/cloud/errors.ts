/** Something of the cloud did not do what it should: it died, did not answer in time, or did not end. */
export class CloudError extends Error {
  constructor(
    /** Stable name of what went wrong. */
    readonly code:
      | 'not_started'
      | 'died'
      | 'not_ready'
      | 'command_failed'
      | 'bad_answer'
      | 'no_answer'
      | 'left_behind'
      | 'cancelled',
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}
