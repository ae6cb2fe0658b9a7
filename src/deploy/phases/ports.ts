import type { RunCommand } from '../../drivers/command.js'
import type { MakeRouter } from '../../drivers/target.js'
import type { Variables } from '../../manifest/values.js'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Shell } from '../../platform/shell.js'
import type { LeaseStore } from '../lease/lease.js'
import type { Liveness } from '../lease/owner.js'
import type { Ledger } from '../ledger/ledger.js'
import type { Owner } from '../ledger/state.js'
import type { StartMonitor } from '../monitor/monitor.js'
import type { Unpacked } from './unpacked.js'

/** The outside world of a changeover, handed in. */
export interface Ports {
  ledger: Ledger
  /** Where this run says that it is alive while it owns an operation; without it, it does not say so. */
  lease?: LeaseStore
  shell: Shell
  runCommand: RunCommand
  clock: Clock
  log: Log
  owner: Owner
  /** What is known of another run. */
  liveness: (owner: Owner) => Promise<Liveness>
  processEnv: Variables
  router: MakeRouter
  monitor: StartMonitor
  /** Where this environment's releases are unpacked. */
  releasesFolder: string
  unpacked: Unpacked
}
