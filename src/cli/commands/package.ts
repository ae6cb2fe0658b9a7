import { Command } from 'commander'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'

export function packageCommand(): Command {
  return new Command('package')
    .summary('make one immutable release of the definitions')
    .description(
      'Package what Git has at HEAD into one archive. The same commit and version give the same bytes everywhere.',
    )
    .argument('[folder]', 'the top folder of the repository', '.')
    .option('--version <version>', 'the version of the release (default: git describe --tags --always)')
    .option('-o, --output <folder>', 'where the archive goes', '.')
    .addOption(options.format())
    .addHelpText(
      'after',
      `
The archive holds the files that release.include and release.exclude of changeover.yml choose (default: all
tracked files), and manifest.json with each file's SHA-256. The digest that is printed is the release's identity:
hand it to test and deploy with --digest, and nothing else can get in.

Example:
  changeover package --version 2026.11.1 --output releases`,
    )
    .action(async (folder: string, chosen: CommonOptions & { version?: string; output: string }) => {
      try {
        const { buildRelease } = await import('../../release/build.js')
        const { version, output } = chosen
        const result = await buildRelease({ folder, output, ...(version === undefined ? {} : { version }) })
        const { packageText } = await import('../../report/text.js')
        finish(result, true, chosen, () => packageText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}
