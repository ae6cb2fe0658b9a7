import { Command } from 'commander'
import type { DiffResult } from '../../plan/diff.js'
import { silentLog } from '../../platform/log.js'
import type { Release } from '../../release/open.js'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'
import { releaseSources } from '../sources.js'

interface DiffOptions extends CommonOptions {
  store?: string
  text?: boolean
}

export function diffCommand(): Command {
  return new Command('diff')
    .summary('what a release changes in another one')
    .description('Compare two releases: which files differ, and what differs in what they say.')
    .argument('<before>', 'an archive, or a version, a digest or STORE#VERSION in a store')
    .argument('<after>', 'another one')
    .addOption(options.store())
    .option('--text', 'also the lines that differ, with all that stands in them')
    .addOption(options.format())
    .addHelpText(
      'after',
      `
Hosts, networks, services, options, Heat resources and the like are compared by what they mean: the order of keys, comments
and formatting do not count. Values that look like secrets are not shown, except in the lines of --text.

Example:
  changeover diff releases/region-one-1.0.0.tar.gz releases/region-one-1.1.0.tar.gz

Exit status 0, whether they differ or not.`,
    )
    .action(async (before: string, after: string, chosen: DiffOptions) => {
      try {
        const result = await diff(before, after, chosen)
        const { diffText } = await import('../../report/diff-text.js')
        finish(result, true, chosen, () => diffText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}

async function diff(before: string, after: string, { store, text }: DiffOptions): Promise<DiffResult> {
  const { diffReleases } = await import('../../plan/diff.js')
  const { withRelease } = await import('../../release/locate.js')
  const sources = releaseSources('.', store)
  const opened = <T>(release: string, work: (release: Release) => Promise<T>) =>
    withRelease({ release, digest: undefined }, sources, { log: silentLog }, work)
  return opened(before, (old) => opened(after, (now) => diffReleases(old, now, text)))
}
