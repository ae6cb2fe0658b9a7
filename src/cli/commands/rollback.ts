import { Command, Option } from 'commander'
import type { RollbackInputs } from '../../deploy/operations/start.js'
import { gitHubOf } from '../../github/client.js'
import type { ReleaseSources } from '../../release/locate.js'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { cancellable, fail, finish } from '../run.js'
import { releaseSources } from '../sources.js'
import { terminalLog } from '../terminal-log.js'
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
  dryRun: boolean
  revert: boolean
  base?: string
}

export function rollbackCommand(): Command {
  return new Command('rollback')
    .summary('shift traffic back, in seconds')
    .description('Shift users back to the color that they came from, while the rollback window is open.')
    .addOption(options.environment())
    .option('--to <release>', 'the version or the digest to go back to (default: what was live before)')
    .option('--dry-run', 'say what would happen, and change nothing', false)
    .option(
      '--revert',
      'push a branch that reverts to the restored release, and on GitHub open a pull request',
      false,
    )
    .addOption(
      new Option('--base <branch>', 'with --revert: the branch to revert').default(
        undefined,
        'the default branch',
      ),
    )
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

In an environment that is changed in place, the release before is deployed again, from its archive.

With --to, a version that was live once and that no color holds ready any more is fetched from the store, by the
digest that the ledger has for it, and deployed anew. That takes as long as a deploy, and ends as one.

An unfinished deploy that nobody works on is given up: users go back to where they came from.

Outcomes:  restored, unchanged (exit 0);  refused, failed (exit 1).  With --dry-run: possible (0), refused (1).

Examples:
  changeover rollback -e production
  changeover rollback -e production --dry-run
  changeover rollback -e production --to 2026.11.1 --revert`,
    )
    .action(async (chosen: RollbackOptions) => {
      const { path: folder, environment, to, release, takeOver, wait, remote } = chosen
      const { attestation, trustedRoot } = chosen
      const trust = { attestation, trustedRoot }
      const inputs = {
        folder,
        environment,
        to,
        release,
        takeOver,
        wait,
        remote,
        trust,
        gitHub: gitHubOf(process.env),
      }
      const sources = releaseSources(folder, chosen.store)
      if (chosen.dryRun) return await showPlan(inputs, sources, chosen)
      await runOperation(chosen, async (log, signal) => {
        const { startRollback } = await import('../../deploy/operations/start.js')
        const result = await startRollback(inputs, sources, log, signal)
        if (!chosen.revert) return result
        const { withRevert } = await import('../../github/revert/revert.js')
        const { env } = process
        const token = env.GITHUB_TOKEN || env.GH_TOKEN
        const { base } = chosen
        const { gitHub } = inputs
        return withRevert(result, { folder, environment, remote, base, token, env, gitHub }, log, signal)
      })
    })
}

async function showPlan(
  inputs: RollbackInputs,
  sources: ReleaseSources,
  chosen: RollbackOptions,
): Promise<void> {
  try {
    const { startRollbackPlan } = await import('../../deploy/operations/start.js')
    const log = terminalLog(chosen.verbose ?? false)
    const plan = await cancellable((signal) => startRollbackPlan(inputs, sources, log, signal))
    const { rollbackPlanText } = await import('../../report/rollback-plan.js')
    finish(plan, plan.outcome === 'possible', chosen, () => rollbackPlanText(plan, textOptions()))
  } catch (error) {
    fail(error, chosen.format)
  }
}
