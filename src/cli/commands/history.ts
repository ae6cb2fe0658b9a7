import { Command, InvalidArgumentError, Option } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { HistoryOptions } from '../work/environment.js'

export function historyCommand(): Command {
  return new Command('history')
    .summary('list the operations on an environment, who ran them, and how they ended')
    .description('List the operations that the ledger of an environment records, newest first.')
    .addOption(options.environment())
    .addOption(new Option('--limit <number>', 'how many operations to list').argParser(readLimit).default(20))
    .option('--operation <id>', 'show every record of one operation; the beginning of its id is enough')
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
The list comes from the commits of the ledger, which are never removed. An attempt is "abandoned" when another run
continued or aborted the operation.

Examples:
  changeover history -e production
  changeover history -e production --operation 41f950a9
  changeover history -e production --limit 1000 --format json

Exit status: 0 the ledger was read, 2 the command could not do its work.`,
    )
    .action((chosen: HistoryOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).historyCommand(chosen)),
    )
}

function readLimit(value: string): number {
  const limit = Number(value)
  if (Number.isInteger(limit) && limit > 0) return limit
  throw new InvalidArgumentError('Use a whole number greater than 0.')
}
