/** How an operation ended. */
export type Outcome =
  // deploy, good
  | 'promoted' // the release is live
  | 'verified' // the release is healthy on the idle color and waits for the shift
  | 'unchanged' // the release was live already
  // deploy, bad
  | 'rolled_back' // traffic was on the new color, and is back on the old one
  | 'aborted' // traffic never left the old color; of an abort: the unfinished operation has ended
  | 'failed' // see the reason; traffic is where `live` says
  // rollback
  | 'restored' // traffic is back on the old color
  | 'refused' // not possible; nothing was touched

/** Why, machine-readable. */
export type Reason =
  | 'completed'
  | 'already_live'
  | 'command_failed'
  | 'command_timeout'
  | 'cancelled'
  | 'probe_failed'
  | 'probe_inconclusive'
  | 'error_budget_exceeded'
  | 'router_unreachable'
  | 'router_refused'
  | 'router_misconfigured'
  | 'router_disagrees'
  | 'target_unhealthy'
  | 'shift_failed'
  | 'ledger_moved'
  | 'ledger_unreachable'
  | 'ledger_unreadable'
  | 'ledger_rewritten'
  | 'operation_in_flight'
  | 'lease_lost'
  | 'nothing_to_roll_back_to'
  | 'window_closed'
  | 'contracted'
  | 'release_not_held'
  | 'superseded'
  | 'abort_requested'
  | 'deadline_passed'
  | 'attestation_missing'
  | 'attestation_invalid'
  | 'attestation_unverified'
  | 'gate_failed'
  | 'hosts_invalid'
  | 'invalid_settings'
  | 'output_unwritable'
  | 'internal_error'

/** What a user asks for. A finalize is a deploy that runs to its last phase. */
export type OperationKind = 'deploy' | 'rollback' | 'abort'

/** The outcomes that mean success, by kind of operation. Every other outcome is exit status 1. */
export const GOOD_OUTCOMES: Readonly<Record<OperationKind, readonly Outcome[]>> = {
  deploy: ['promoted', 'verified', 'unchanged'],
  rollback: ['restored', 'unchanged'],
  abort: ['aborted', 'unchanged'],
}

/** Whether an operation did what was asked for: a deploy that was rolled back did not. */
export function isGood({ kind, outcome }: { kind: OperationKind; outcome: Outcome }): boolean {
  return GOOD_OUTCOMES[kind].includes(outcome)
}
