import { Command } from 'commander'
import { type CommonOptions, options } from '../options.js'
import { releaseSources } from '../sources.js'
import { runOperation } from './deploy.js'

type RollbackOptions = CommonOptions & {
  path: string
  environment: string
  to?: string
  release?: string
  store?: string
  attestation?: string
  trustedRoot?: string
  takeOver: boolean
  wait?: string
  remote?: string
}

export function rollbackCommand(): Command {
  return new Command('rollback')
    .summary('switch users back, in seconds')
    .description('Switch users back to the color that they came from, while the rollback window is open.')
    .addOption(options.environment())
    .option('--to <version>', 'the version to go back to (default: the one that was live before)')
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
All that is needed stands in the ledger: no release, no checkout of the old version. The old color is asked first
whether it is still healthy. Where it is asked by a command of the release, and the release is not unpacked on this
machine, it comes from the store, or is given with --release.

With --to, a version that was live once and that no color holds ready any more is fetched from the store, by the
digest that the ledger has for it, and deployed anew. That takes as long as a deploy, and ends as one.

An unfinished deploy that nobody works on is given up: users go back to where they came from.

Outcomes:  restored, unchanged (exit 0);  refused, failed (exit 1).

Examples:
  changeover rollback -e production
  changeover rollback -e production --to 2026.11.1`,
    )
    .action(async (chosen: RollbackOptions) => {
      const { path: folder, environment, to, release, takeOver, wait, remote } = chosen
      await runOperation(chosen, async (log, signal) => {
        const { startRollback } = await import('../../changeover/start.js')
        const sources = releaseSources(folder, chosen.store)
        const { attestation, trustedRoot } = chosen
        const trust = { attestation, trustedRoot }
        return startRollback(
          { folder, environment, to, release, takeOver, wait, remote, trust },
          sources,
          log,
          signal,
        )
      })
    })
}
