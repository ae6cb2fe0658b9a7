import { Command } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { AbortOptions } from '../work/operations.js'

export function abortCommand(): Command {
  return new Command('abort')
    .summary('end an unfinished operation')
    .description(
      'End an operation that no run works on any more: send traffic to the color that is safe, and tear down the color ' +
        'that was not promoted.',
    )
    .addOption(options.environment())
    .option('--expired', 'abort only a verified release that was not promoted within promote_within', false)
    .option('--no-teardown', 'do not run the retire command: leave the prepared color as it is')
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
Where traffic goes depends on the phase that the operation reached:
  before shift           it never left the live color, and stays there
  during shift or bake   it goes back to the color that it came from
  after bake             it stays on the new color
An operation that reached contract or retire cannot be aborted. Finish it:
  changeover deploy -e ENV -r VERSION --until finalized

The prepared color is torn down by the retire command of its release. That command needs the files of the release: they
are unpacked on this machine, come from the store, or from --release. The live color is never touched.

Examples:
  changeover abort -e production
  changeover abort -e production --expired      in a scheduled job

Exit status: 0 aborted or unchanged, 1 refused or failed, 2 the command could not do its work.`,
    )
    .action((chosen: AbortOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).abortCommand(chosen)),
    )
}
