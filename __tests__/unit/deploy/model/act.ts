import { abort } from '../../../../src/deploy/operations/abort.js'
import { deploy } from '../../../../src/deploy/operations/deploy.js'
import type { OperationResult } from '../../../../src/deploy/operations/result.js'
import { rollback } from '../../../../src/deploy/operations/rollback.js'
import type { RollbackRequest } from '../../../../src/deploy/operations/rollback-target.js'
import type { Coverage } from './coverage.js'
import { fakePorts } from './fake-ports.js'
import { releaseOf, settingsOf } from './releases.js'
import type { Rules, Run, World } from './world.js'

/** What a run is asked for, done by the real code. */
export function act(
  world: World,
  run: Run,
  rules: Rules,
  violated: (error: unknown) => void,
  coverage: Coverage,
): Promise<OperationResult> {
  const { kind, version, until, takeOver, teardown = false, expired = false } = run.request
  const ports = fakePorts(world, run, rules, violated, coverage)
  const { signal } = run.cancel
  const environment = 'production'
  const settings = settingsOf(world.shape)
  const fetch: RollbackRequest['fetch'] = async (name, work) => {
    await work(releaseOf(name.version, settings))
    return true
  }
  switch (kind) {
    case 'deploy': {
      const release = releaseOf(version ?? 'A', settings)
      return deploy({ environment, settings, release, until, takeOver }, ports, signal)
    }
    case 'rollback':
      return rollback({ environment, to: version, release: undefined, fetch, takeOver }, ports, signal)
    case 'abort':
      return abort({ environment, expired, teardown, release: undefined, fetch, takeOver }, ports, signal)
  }
}
