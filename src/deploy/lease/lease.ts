import type { OperationRecord, Owner } from '../ledger/state.js'

/**
 * What a run says of itself while it owns an operation: that it was alive at `renewed_at`. It lies beside the ledger, so
 * that the ledger's history stays one of what was done.
 */
export interface Lease {
  schema: 'changeover/lease/v1'
  /** Id of the operation. */
  operation: string
  attempt: number
  owner: Pick<Owner, 'host' | 'pid' | 'started' | 'name'>
  /** ISO 8601, by the owner's clock. */
  renewed_at: string
  /** Seconds that it lasts. */
  lease_s: number
}

/** How long a lease lasts, in milliseconds: a remote that is away for some minutes must not end a long deploy. */
export const LEASE_MS = 300_000
/** How often it is renewed. */
export const RENEW_MS = 20_000

/** Where the lease of one environment is kept. */
export interface LeaseStore {
  /**
   * Write the lease. The first one replaces whatever is there; from then on only its own.
   *
   * @throws LeaseTaken when it is another run's by now; LeaseRefused when it is not to be written; another error when it may
   * not have been written
   */
  renew(lease: Lease): Promise<void>
  /** The lease, and what tells it from the one before; `undefined` when there is none, or none that makes sense. */
  read(): Promise<{ id: string; lease: Lease } | undefined>
  /** Take the lease away, unless it is another run's. */
  remove(): Promise<void>
}

/** Another run has written a lease: it has taken over. */
export class LeaseTaken extends Error {
  constructor() {
    super('another run has the lease')
    this.name = 'LeaseTaken'
  }
}

/** The place takes no leases: a rule of the server's, or no permission. Nothing was written. */
export class LeaseRefused extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause })
    this.name = 'LeaseRefused'
  }
}

/** The lease of an operation that its owner renews now. */
export function leaseOf(operation: OperationRecord, owner: Owner, now: Date): Lease {
  const { host, pid, started, name } = owner
  return {
    schema: 'changeover/lease/v1',
    operation: operation.id,
    attempt: operation.attempt,
    owner: { host, pid, started, name },
    renewed_at: now.toISOString(),
    lease_s: LEASE_MS / 1000,
  }
}

/** Whether a lease is that of this very run. */
export function isLeaseOf({ owner: holder }: Lease, owner: Owner): boolean {
  return (
    holder.host === owner.host &&
    holder.pid === owner.pid &&
    holder.started === owner.started &&
    holder.name === owner.name
  )
}

/** The lease in a text that anybody may have written; `undefined` when it is none. */
export function readLease(text: string): Lease | undefined {
  try {
    const data: Partial<Lease> | null = JSON.parse(text)
    const { schema, operation, attempt, owner, renewed_at, lease_s } = data ?? {}
    if (schema !== 'changeover/lease/v1' || typeof operation !== 'string' || typeof attempt !== 'number')
      return
    if (typeof owner?.host !== 'string' || typeof owner.name !== 'string') return
    if (typeof owner.pid !== 'number' || typeof owner.started !== 'number') return
    if (typeof renewed_at !== 'string' || Number.isNaN(Date.parse(renewed_at))) return
    if (typeof lease_s !== 'number' || !(lease_s > 0)) return
    const { host, pid, started, name } = owner
    return { schema, operation, attempt, owner: { host, pid, started, name }, renewed_at, lease_s }
  } catch {
    return undefined
  }
}
