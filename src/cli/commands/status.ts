import { Command } from 'commander'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'
import { terminalLog } from '../terminal-log.js'

type StatusOptions = CommonOptions & { path: string; environment: string; remote?: string; offline: boolean }

export function statusCommand(): Command {
  return new Command('status')
    .summary('what is live, and whether it still is')
    .description(
      'What the ledger says of an environment, and whether the router and the live color agree with it.',
    )
    .addOption(options.environment())
    .option('--offline', 'read the ledger only; ask neither the router nor the live color', false)
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.format())
    .addHelpText('after', '\nExit status 1 when the running cloud differs from the ledger.')
    .action(async (chosen: StatusOptions) => {
      try {
        const { path: folder, environment, remote } = chosen
        const { ledgerPorts } = await import('../../deploy/operations/start.js')
        const { knownRouter, liveProbes, routerTruth, statusOf } = await import(
          '../../deploy/operations/status.js'
        )
        const { findDrift } = await import('../../drift/drift.js')
        const ports = await ledgerPorts({ folder, environment, remote }, terminalLog(false))
        const state = await ports.ledger.read()
        const status = await statusOf(state, ports.ledger.place, ports)
        const nodes = chosen.offline ? undefined : await knownRouter(state, ports)?.nodes()
        if (nodes) status.router = routerTruth(nodes)
        const live = chosen.offline ? undefined : liveProbes(state, ports)
        const drift = live
          ? await findDrift(live.color, nodes ?? [], live.probes, ports.clock, AbortSignal.timeout(60_000))
          : []
        const result =
          drift.length > 0
            ? { ...status, outcome: 'drifted' as const, reason: 'drift_found' as const, drift }
            : status
        const { statusText } = await import('../../report/status.js')
        finish(result, result.outcome === 'consistent', chosen, () => statusText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}
