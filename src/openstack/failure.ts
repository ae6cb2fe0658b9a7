/** An OpenStack API did not give what was asked for. */
export class OpenStackFailure extends Error {
  /** Stable name of what was wrong. */
  readonly reason: string
  /** Whether to ask again could do harm. */
  readonly final: boolean
  /** Whether it says anything about the service: a user without the right role is no sign of a sick service. */
  readonly conclusive: boolean

  constructor(reason: string, message: string, options: { final?: boolean; conclusive?: boolean } = {}) {
    super(message)
    this.name = 'OpenStackFailure'
    this.reason = reason
    this.final = options.final ?? false
    this.conclusive = options.conclusive ?? true
  }
}
