import { Command } from 'commander'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'

export function diffCommand(): Command {
  return new Command('diff')
    .summary('what a release changes in another one')
    .description('Compare two releases: which files differ, and what differs in what they say.')
    .argument('<before>', 'an archive')
    .argument('<after>', 'another one')
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
    .action(async (before: string, after: string, chosen: CommonOptions & { text?: boolean }) => {
      try {
        const { diffReleases } = await import('../../impact/diff.js')
        const result = await diffReleases(before, after, chosen.text)
        const { diffText } = await import('../../report/diff-text.js')
        finish(result, true, chosen, () => diffText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}
