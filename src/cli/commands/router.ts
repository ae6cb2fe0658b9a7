import { Argument, Command, Option } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { RouterAction, RouterOptions } from '../work/environment.js'

export function routerCommand(): Command {
  return new Command('router')
    .summary('start, stop or show the local router of a laptop')
    .description(
      'Start, stop or show the local router: a small forwarder for laptops and demos. A deploy starts it, and it keeps ' +
        'running after that. Start it again with this command after a reboot.',
    )
    .addArgument(new Argument('<action>', 'what to do').choices(['start', 'stop', 'status']))
    .addOption(options.environment())
    .addOption(
      new Option(
        '--color <color>',
        'start: the color that traffic goes to (default: the live color)',
      ).choices(['blue', 'green']),
    )
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
Examples:
  changeover router status -e laptop
  changeover router start -e laptop --color blue

Exit status: 0 done, 2 the command could not do its work.`,
    )
    .action((action: RouterAction, chosen: RouterOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).routerCommand(action, chosen)),
    )
}
