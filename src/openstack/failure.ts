/** A request to an OpenStack API failed. */
export class OpenStackFailure extends Error {
  /** Stable name of the problem. */
  readonly reason: string
  /** Whether another attempt could do harm. */
  readonly final: boolean
  /** Whether it says anything about the service. A user without the right role does not mean that the service is unhealthy. */
  readonly conclusive: boolean

  constructor(reason: string, message: string, options: { final?: boolean; conclusive?: boolean } = {}) {
    super(message)
    this.name = 'OpenStackFailure'
    this.reason = reason
    this.final = options.final ?? false
    this.conclusive = options.conclusive ?? true
  }
}
