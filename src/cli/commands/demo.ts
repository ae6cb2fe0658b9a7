import { Command, Option } from 'commander'
import { run } from '../run.js'

export function demoCommand(): Command {
  return new Command('demo')
    .summary('run a complete changeover on this machine, in half a minute')
    .description(
      'Run the example repository examples/region-one through its whole lifecycle, in a temporary folder: validate finds ' +
        'the errors of a broken change, two versions are packaged and tested, version 2 replaces version 1 while a client ' +
        'sends requests, and is rolled back.',
    )
    .addOption(
      new Option('--router <router>', 'the router in front of the two colors: a small forwarder, or HAProxy')
        .choices(['local', 'haproxy'])
        .default('local'),
    )
    .option('--keep', 'keep the temporary folder', false)
    .addHelpText(
      'after',
      `
Needs Git and bash, and HAProxy for --router haproxy. All servers listen on free ports of the loopback address. They are
stopped at the end, and after Ctrl-C.

Exit status: 0 every step did what it should, 1 a step did not, 2 the demo could not run.`,
    )
    .action((chosen: { router: 'local' | 'haproxy'; keep: boolean }) =>
      run('text', async () => {
        const { runDemo } = await import('../../bundles/core.js')
        process.exitCode = (await runDemo(chosen)) ? 0 : 1
      }),
    )
}
