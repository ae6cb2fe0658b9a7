import { Command, Option } from 'commander'
import type { OperationResult } from '../../deploy/operations/result.js'
import { gitHubOf } from '../../github/client.js'
import type { Log } from '../../platform/log.js'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { cancellable, fail, finish } from '../run.js'
import { releaseSources } from '../sources.js'
import { terminalLog } from '../terminal-log.js'

type DeployOptions = CommonOptions & {
  path: string
  environment: string
  release: string
  digest?: string
  store?: string
  attestation?: string
  trustedRoot?: string
  until: 'verified' | 'shifted' | 'finalized'
  takeOver: boolean
  wait?: string
  remote?: string
}

export function deployCommand(): Command {
  return new Command('deploy')
    .summary('change over to a release')
    .description(
      'Bring an environment to a release: the idle color first, users only when it is healthy, and back if it does not hold.',
    )
    .addOption(options.environment())
    .addOption(options.release().makeOptionMandatory())
    .addOption(options.digest())
    .addOption(options.store())
    .addOption(
      new Option('--until <point>', 'stop here; a later call goes on')
        .choices(['verified', 'shifted', 'finalized'])
        .default('shifted'),
    )
    .addOption(options.attestation())
    .addOption(options.trustedRoot())
    .addOption(options.takeOver())
    .addOption(options.wait())
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.verbose())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
What happens:  claim → fetch → expand → deploy → verify → shift → bake   (→ contract → retire with --until finalized)

Each step is recorded in the ledger, the Git ref refs/changeover/ENVIRONMENT, before it starts and after it ends:
a run that died anywhere is picked up by the next one. Users stay on the color that works until the other one has
proved itself; during the bake they are taken back if it does not hold.

Outcomes:  promoted, verified, unchanged (exit 0);  rolled_back, aborted, failed (exit 1).

Examples:
  changeover deploy -e production -r region-one-2.0.0.tar.gz --until verified     before an approval
  changeover deploy -e production -r region-one-2.0.0.tar.gz                      after it
  changeover deploy -e production -r region-one-2.0.0.tar.gz --until finalized    no way back from here`,
    )
    .action(async (chosen: DeployOptions) => {
      const { path: folder, environment, release, digest, until, takeOver, wait, remote } = chosen
      await runOperation(chosen, async (log, signal) => {
        const { startDeploy } = await import('../../deploy/operations/start.js')
        const sources = releaseSources(folder, chosen.store)
        const { attestation, trustedRoot } = chosen
        const trust = { attestation, trustedRoot }
        const gitHub = gitHubOf(process.env)
        return startDeploy(
          { folder, environment, release, digest, until, takeOver, wait, remote, gitHub, trust },
          sources,
          log,
          signal,
        )
      })
    })
}

/** Run a deploy or a rollback: the same signals, result and exit status for both. */
export async function runOperation(
  chosen: CommonOptions,
  work: (log: Log, signal: AbortSignal) => Promise<OperationResult>,
): Promise<void> {
  try {
    const { isGood } = await import('../../deploy/ledger/outcome.js')
    const result = await cancellable((signal) => work(terminalLog(chosen.verbose ?? false), signal))
    const { operationText } = await import('../../report/text.js')
    finish(result, isGood(result), chosen, () => operationText(result, textOptions()))
  } catch (error) {
    fail(error, chosen.format)
  }
}
