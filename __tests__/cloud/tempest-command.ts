import { Argument, Command } from 'commander'
import { cancellable, EXIT } from '../../src/cli/run.js'
import type { Cloud } from './cloud.js'
import { runTempest, TEMPEST } from './tempest.js'

/**
 * `script/cloud tempest`: start what the tests need, run them, and tell what failed.
 *
 * @param work does its part with the cloud, and tells what went wrong with it
 */
export function tempestCommand(
  work: (action: (cloud: Cloud) => Promise<void>) => Promise<void>,
  say: (line: string) => void,
): Command {
  return new Command('tempest')
    .description('run Tempest against a service, or its smoke tests; exit status 1 for failures that are new')
    .addArgument(new Argument('[what]', 'the tests').choices(Object.keys(TEMPEST)).default('identity'))
    .action((what: string) =>
      work((cloud) =>
        cancellable(async (signal) => {
          await cloud.up(TEMPEST[what]?.needs ?? [], { signal })
          say(`Tempest's ${what} tests run`)
          const { junit, report, unexpected } = await runTempest(cloud, what, signal)
          const { tests, failures, errors, skipped } = report.counts
          const failed = failures + errors
          say(
            `${tests - failed - skipped} passed, ${failed} failed, ${skipped} skipped; the report: ${junit}`,
          )
          for (const name of unexpected) say(`failed, and not known to: ${name}`)
          if (unexpected.length > 0) process.exitCode = EXIT.bad
        }),
      ),
    )
}
