import { Command } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { StatusOptions } from '../work/environment.js'

export function statusCommand(): Command {
  return new Command('status')
    .summary('show what is live, and whether the cloud agrees with the ledger')
    .description(
      'Show what the ledger records of an environment, and whether the router and the live color agree with it.',
    )
    .addOption(options.environment())
    .option('--offline', 'read only the ledger: do not ask the router or the live color', false)
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
Examples:
  changeover status -e production
  changeover status -e production --offline --format json

Exit status: 0 the cloud agrees with the ledger, 1 it does not, 2 the command could not do its work.`,
    )
    .action((chosen: StatusOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).statusCommand(chosen)),
    )
}
