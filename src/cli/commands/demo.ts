import { Command, Option } from 'commander'
import { fail } from '../run.js'

export function demoCommand(): Command {
  return new Command('demo')
    .summary('see all of it on this machine, in half a minute')
    .description(
      'Take the example repository examples/region-one through its whole life, in a temporary folder: a broken change is\n' +
        'caught, two versions are packaged and tested, version 2 replaces version 1 under load, and is rolled back.',
    )
    .addOption(
      new Option(
        '--router <router>',
        'what stands in front of the two colors: the embedded forwarder, or a real HAProxy',
      )
        .choices(['local', 'haproxy'])
        .default('local'),
    )
    .option('--keep', 'keep the temporary folder', false)
    .addHelpText(
      'after',
      `
Needs Git and bash, and HAProxy for --router haproxy. Everything listens on the loopback address, on free ports,
and is gone afterwards, also after Ctrl-C.

Exit status 0 only when each step did what it had to do.`,
    )
    .action(async (chosen: { router: 'local' | 'haproxy'; keep: boolean }) => {
      try {
        const { runDemo } = await import('../demo/demo.js')
        process.exitCode = (await runDemo(chosen)) ? 0 : 1
      } catch (error) {
        fail(error, 'text')
      }
    })
}
