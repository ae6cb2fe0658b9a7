import { Command } from 'commander'
import { gitHubOf } from '../../github/client.js'
import { type CommonOptions, options } from '../options.js'
import { releaseSources } from '../sources.js'
import { runOperation } from './deploy.js'

type AbortOptions = CommonOptions & {
  path: string
  environment: string
  expired: boolean
  teardown: boolean
  release?: string
  store?: string
  attestation?: string
  trustedRoot?: string
  takeOver: boolean
  remote?: string
}

export function abortCommand(): Command {
  return new Command('abort')
    .summary('give up what is unfinished')
    .description(
      'Give up an operation that nobody works on, and tear down the color that never was promoted. Users go, or stay, where they are safe.',
    )
    .addOption(options.environment())
    .option('--expired', 'only when a verified release was not promoted in time (promote_within)', false)
    .option('--no-teardown', 'leave the color as it is; its retire command is not run')
    .addOption(options.release())
    .addOption(options.store())
    .addOption(options.attestation())
    .addOption(options.trustedRoot())
    .addOption(options.takeOver())
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.verbose())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
Before the shift traffic never left, during it and the bake they are taken back, and after it they stay. What is being
made final (contract, retire) cannot be given up: finish it.

The color that was prepared is torn down by the retire command of its release, which needs that release's files: unpacked
on this machine, from the store, or given with --release. The live color is never touched.

Outcomes:  aborted, unchanged (exit 0);  refused, failed (exit 1).

Examples:
  changeover abort -e production
  changeover abort -e production --expired      in a scheduled job`,
    )
    .action(async (chosen: AbortOptions) => {
      const { path: folder, environment, expired, teardown, release, takeOver, remote } = chosen
      await runOperation(chosen, async (log, signal) => {
        const { startAbort } = await import('../../deploy/operations/start.js')
        const { attestation, trustedRoot } = chosen
        const trust = { attestation, trustedRoot }
        const gitHub = gitHubOf(process.env)
        const inputs = { folder, environment, expired, teardown, release, takeOver, remote, gitHub, trust }
        return startAbort(inputs, releaseSources(folder, chosen.store), log, signal)
      })
    })
}
