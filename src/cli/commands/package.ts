import { Command } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { PackageOptions } from '../work/releases.js'

export function packageCommand(): Command {
  return new Command('package')
    .summary('package the definitions as an immutable release')
    .description(
      'Package the definitions at HEAD as one archive. The same commit and version give the same bytes on every machine.',
    )
    .argument('[folder]', 'the top folder of the repository', '.')
    .option('--version <version>', 'the version of the release (default: git describe --tags --always)')
    .option('-o, --output <folder>', 'the folder for the archive', '.')
    .option('--previous <release>', 'an earlier release: record which files differ from it')
    .option('--allow-dirty', 'include uncommitted changes of tracked files, and record that in the release')
    .option('--skip-validate', 'do not check the definitions first, and record that in the release')
    .option(
      '--store [address]',
      'also put the release into a store (default: release.store of changeover.yml)',
    )
    .addOption(options.format())
    .addHelpText(
      'after',
      `
The archive contains the files that release.include and release.exclude in changeover.yml select (default: all tracked
files), and release.json with the SHA-256 of each file. The digest that is printed identifies the release. Give it to
staged-test and deploy with --digest, and they refuse any other content.

The definitions are checked first, as with validate. Errors and plain-text secrets stop the release. A version that is
already in the output folder is never replaced by different content.

Two files are written beside the archive: the provenance of the release (.intoto.json), and the dependencies of the
definitions (.cdx.json).

Examples:
  changeover package --version 2026.11.1 --output releases
  changeover package --version 2026.11.2 --output releases --previous releases/region-one-2026.11.1.tar.gz

Exit status: 0 the release was packaged, 2 it was not.`,
    )
    .action((folder: string, chosen: PackageOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).packageCommand(folder, chosen)),
    )
}
