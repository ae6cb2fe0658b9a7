import { Command } from 'commander'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { cancellable, fail, finish } from '../run.js'
import { releaseSources } from '../sources.js'
import { terminalLog } from '../terminal-log.js'

type TestOptions = CommonOptions & { environment: string; release: string; digest?: string; store?: string }

export function testCommand(): Command {
  return new Command('test')
    .summary('test a release in stages')
    .description(
      'Start a test environment, deploy the release to it, test each service after those it needs, then all together.',
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
The tests stand in the changeover.yml inside the release, under environments → NAME → tests, by service. Which
service needs which is built in for OpenStack, and can be changed under services. A service whose need is not good
is not tested, but "blocked". The environment's down command always runs.

Example:
  changeover test --environment staging --release region-one-2.0.0.tar.gz --verbose`,
    )
    .action(async (chosen: TestOptions) => {
      try {
        const { startStagedTests } = await import('../../staged-test/start.js')
        const { environment, release, digest, store, verbose = false } = chosen
        const sources = releaseSources('.', store)
        const result = await cancellable((signal) =>
          startStagedTests({ environment, release, digest }, sources, terminalLog(verbose), signal),
        )
        const { stagedTestText } = await import('../../report/text.js')
        finish(result, result.outcome === 'passed', chosen, () => stagedTestText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}
