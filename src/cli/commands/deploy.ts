import { Command, Option } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { DeployOptions } from '../work/operations.js'

export function deployCommand(): Command {
  return new Command('deploy')
    .summary('change over to a release')
    .description(
      'Bring an environment to a release: deploy it to the idle color, shift traffic to it when it is healthy, and shift ' +
        'traffic back when it fails during the bake.',
    )
    .addOption(options.environment())
    .addOption(options.release().makeOptionMandatory())
    .addOption(options.digest())
    .addOption(options.store())
    .addOption(
      new Option('--until <point>', 'stop at this point; a later deploy of the same release continues')
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
Phases of a blue-green deploy:
  claim → fetch → preflight → expand → deploy → verify   the live color is not touched; --until verified stops here
  → shift → bake                                         traffic is on the new color, and goes back if it fails
  → contract → retire                                    only with --until finalized; no rollback afterwards

Each phase is recorded in the ledger, the Git ref refs/changeover/ENVIRONMENT, before it starts and after it ends. If a
run dies, run the same command again: it continues from the ledger.

Examples:
  changeover deploy -e production -r region-one-2.0.0.tar.gz --until verified     before an approval
  changeover deploy -e production -r region-one-2.0.0.tar.gz                      after the approval
  changeover deploy -e production -r region-one-2.0.0.tar.gz --until finalized    after the rollback window

Exit status: 0 promoted, verified or unchanged; 1 rolled_back, aborted or failed; 2 the command could not do its work.`,
    )
    .action((chosen: DeployOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).deployCommand(chosen)),
    )
}
