import type { OperationRecord, Owner } from '../ledger/state.js'

/**
 * The right to work on an environment, held by the run that owns an operation: it was alive at `renewed_at`. It is kept beside
 * the ledger, so that renewals do not fill the history of the ledger.
 */
export interface Lease {
  schema: 'changeover/lease/v1'
  /** Id of the operation. */
  operation: string
  attempt: number
  owner: Pick<Owner, 'host' | 'pid' | 'started' | 'name'>
  /** ISO 8601, by the clock of the owner. */
  renewed_at: string
  /** How long it lasts, in seconds. */
  lease_s: number
}

/** How long a lease lasts, in milliseconds: an outage of the remote for some minutes must not end a long deploy. */
export const LEASE_MS = 300_000
/** How often it is renewed. */
export const RENEW_MS = 20_000

/** Where the lease of one environment is kept. */
export interface LeaseStore {
  /**
   * Write the lease. The first renewal replaces any lease; the next ones replace only this run's own.
   *
   * @throws LeaseTaken when another run has the lease by now; LeaseRefused when the place does not accept leases; any other
   * error when the lease may not have been written
   */
  renew(lease: Lease): Promise<void>
  /** The lease, with an id that differs for each renewal; `undefined` without a valid lease. */
  read(): Promise<{ id: string; lease: Lease } | undefined>
  /** Remove the lease, unless another run has it. */
  remove(): Promise<void>
}

/** Another run has written a lease, and so has taken over. */
export class LeaseTaken extends Error {
  constructor() {
    super('another run has the lease')
    this.name = 'LeaseTaken'
  }
}

/** The place does not accept leases: a rule of the server, or a missing permission. Nothing was written. */
export class LeaseRefused extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause })
    this.name = 'LeaseRefused'
  }
}

/** The lease that the owner of an operation writes now. */
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

/** Whether this owner has the lease. */
export function isLeaseOf({ owner: holder }: Lease, owner: Owner): boolean {
  return (
    holder.host === owner.host &&
    holder.pid === owner.pid &&
    holder.started === owner.started &&
    holder.name === owner.name
  )
}

/** Read a lease from untrusted text. @returns `undefined` when it is not a lease */
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
