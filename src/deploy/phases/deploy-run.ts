import type { EnvironmentSettings } from '../../../generated/manifest.js'
import type { Release } from '../../release/open.js'
import type { Journal } from '../ledger/journal.js'
import type { ReleaseName } from '../ledger/state.js'
import type { OperationReport } from './operation-report.js'
import type { Ports } from './ports.js'

/** What a deploy works with from its first to its last phase. */
export interface DeployRun<Settings extends EnvironmentSettings = EnvironmentSettings> {
  environment: string
  settings: Settings
  release: Release
  name: ReleaseName
  /** Stop after this point. */
  until: 'verified' | 'shifted' | 'finalized'
  takeOver: boolean
  /** In place: what the ledger and the result call it. Default: a deploy. */
  kind?: 'deploy' | 'rollback'
  journal: Journal
  report: OperationReport
  ports: Ports
  signal: AbortSignal
}
