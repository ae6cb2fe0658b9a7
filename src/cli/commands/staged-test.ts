import { Command } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { StagedTestOptions } from '../work/operations.js'

export function stagedTestCommand(): Command {
  return new Command('staged-test')
    .alias('test')
    .summary('test a release in stages')
    .description(
      'Start a test environment, deploy the release to it, test each service after the services that it needs, and then ' +
        'all services together.',
    )
    .addOption(options.environment().default('staging').makeOptionMandatory(false))
    .addOption(options.release().makeOptionMandatory())
    .addOption(options.digest())
    .addOption(options.store())
    .addOption(options.verbose())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
The changeover.yml inside the release lists the tests of each service, under environments → NAME → tests. Changeover knows
which OpenStack service needs which; change that under services. If a service fails, the services that need it are
not tested: they are "blocked". The down command of the environment always runs.

Example:
  changeover staged-test --environment staging --release region-one-2.0.0.tar.gz --verbose

Exit status: 0 all tests passed, 1 a test failed, 2 the command could not do its work.`,
    )
    .action((chosen: StagedTestOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).stagedTestCommand(chosen)),
    )
}
