import { Command, Option } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { RollbackOptions } from '../work/operations.js'

export function rollbackCommand(): Command {
  return new Command('rollback')
    .summary('shift traffic back, in seconds')
    .description('Shift traffic back to the color that it came from, while the rollback window is open.')
    .addOption(options.environment())
    .option(
      '--to <release>',
      'the version or digest to go back to (default: the release that was live before)',
    )
    .option('--dry-run', 'print what a rollback would do, and change nothing', false)
    .option('--revert', 'propose to revert the release in Git: a branch, and on GitHub a pull request', false)
    .addOption(
      new Option('--base <branch>', 'with --revert: the branch that the revert pull request targets').default(
        undefined,
        'the default branch',
      ),
    )
    .addOption(options.release())
    .addOption(options.store())
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
A blue-green rollback needs the ledger and nothing else: no archive, and no checkout of the old version. It first asks the
old color whether it is healthy. If one of its probes is a command of the release, and the release is not unpacked on this
machine, the release comes from the store or from --release.

In an environment with the strategy in_place, a rollback deploys the previous release again, from its archive.

With --to, you can name any version that was live once. If no color holds it any more, it is fetched from the store by the
digest in the ledger and deployed again. That takes as long as a deploy, and has the outcomes of a deploy.

If a deploy is unfinished and no run works on it, the rollback aborts it: traffic goes back to where it came from.

Examples:
  changeover rollback -e production
  changeover rollback -e production --dry-run
  changeover rollback -e production --to 2026.11.1 --revert

Exit status: 0 restored or unchanged, 1 refused or failed, 2 the command could not do its work.
With --dry-run: 0 possible, 1 refused.`,
    )
    .action((chosen: RollbackOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).rollbackCommand(chosen)),
    )
}
