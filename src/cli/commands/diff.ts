import { Command } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { DiffOptions } from '../work/releases.js'

export function diffCommand(): Command {
  return new Command('diff')
    .summary('compare two releases')
    .description(
      'Compare two releases: which files differ, and which hosts, services, options and resources change.',
    )
    .argument('<before>', 'an archive, or a version, digest or STORE#VERSION that is in a store')
    .argument('<after>', 'the release to compare it with, in the same form')
    .addOption(options.store())
    .option('--text', 'also print the lines that differ; they can contain secrets')
    .addOption(options.format())
    .addHelpText(
      'after',
      `
Definitions are compared by their meaning: the order of keys, comments and formatting do not count. Values that look like
secrets are hidden, except in the lines of --text.

Example:
  changeover diff releases/region-one-1.0.0.tar.gz releases/region-one-1.1.0.tar.gz

Exit status: 0 the releases were compared, 2 the command could not do its work.`,
    )
    .action((before: string, after: string, chosen: DiffOptions) =>
      run(chosen.format, async () =>
        (await import('../../bundles/core.js')).diffCommand(before, after, chosen),
      ),
    )
}
