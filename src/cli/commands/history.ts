import { Command, InvalidArgumentError, Option } from 'commander'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'
import { terminalLog } from '../terminal-log.js'

type HistoryOptions = CommonOptions & {
  path: string
  environment: string
  limit: number
  operation?: string
  remote?: string
}

export function historyCommand(): Command {
  return new Command('history')
    .summary('what was done to an environment, by whom, and how it ended')
    .description('All deploys and rollbacks that the ledger knows of, newest first.')
    .addOption(options.environment())
    .addOption(new Option('--limit <number>', 'how many operations to show').argParser(readLimit).default(20))
    .option('--operation <id>', 'one operation with each of its records; the beginning of an id is enough')
    .addOption(options.path())
    .addOption(options.remote())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
It comes from the commits of the ledger, so that nothing in it is ever forgotten. An attempt is abandoned when another
run went on with the operation, or gave it up.

Examples:
  changeover history -e production
  changeover history -e production --operation 41f950a9
  changeover history -e production --limit 1000 --format json`,
    )
    .action(async (chosen: HistoryOptions) => {
      try {
        const { path: folder, environment, remote, limit, operation } = chosen
        const { ledgerPorts } = await import('../../deploy/operations/start.js')
        const { historyOf } = await import('../../deploy/ledger/history.js')
        const { ledger } = await ledgerPorts({ folder, environment, remote }, terminalLog(false))
        const result = await historyOf(ledger, environment, operation ?? limit)
        const { historyText, timelineText } = await import('../../report/history.js')
        const text = operation === undefined ? historyText : timelineText
        finish(result, true, chosen, () => text(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}

function readLimit(value: string): number {
  const limit = Number(value)
  if (Number.isInteger(limit) && limit > 0) return limit
  throw new InvalidArgumentError('Use a whole number greater than 0.')
}
