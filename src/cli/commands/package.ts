import { Command } from 'commander'
import { silentLog } from '../../platform/log.js'
import type { PackageResult } from '../../release/result.js'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'
import { releaseSources } from '../sources.js'

interface PackageOptions extends CommonOptions {
  version?: string
  output: string
  previous?: string
  allowDirty?: boolean
  skipValidate?: boolean
  store?: string | true
}

export function packageCommand(): Command {
  return new Command('package')
    .summary('make one immutable release of the definitions')
    .description(
      'Package what Git has at HEAD into one archive. The same commit and version give the same bytes everywhere.',
    )
    .argument('[folder]', 'the top folder of the repository', '.')
    .option('--version <version>', 'the version of the release (default: git describe --tags --always)')
    .option('-o, --output <folder>', 'where the archive goes', '.')
    .option('--previous <release>', 'the release before: say in this one which files differ')
    .option(
      '--allow-dirty',
      'package changes of tracked files that nobody committed, and say so in the release',
    )
    .option('--skip-validate', 'do not check the definitions first, and say so in the release')
    .option('--store [address]', 'keep it there too (default: release.store of changeover.yml)')
    .addOption(options.format())
    .addHelpText(
      'after',
      `
The archive holds the files that release.include and release.exclude of changeover.yml choose (default: all
tracked files), and release.json with each file's SHA-256. The digest that is printed is the release's identity:
hand it to test and deploy with --digest, and nothing else can get in.

The definitions are checked first, as validate does: errors and readable secrets stop the release. A version that is in
the output folder already is never replaced by other content.

Beside the archive lie where it comes from (.intoto.json) and what the definitions take from elsewhere (.cdx.json).

Examples:
  changeover package --version 2026.11.1 --output releases
  changeover package --version 2026.11.2 --output releases --previous releases/region-one-2026.11.1.tar.gz`,
    )
    .action(async (folder: string, chosen: PackageOptions) => {
      try {
        const startedOn = new Date()
        const built = await makeRelease(folder, chosen)
        const { describeRelease } = await import('../../release/provenance/write.js')
        const run = { env: process.env, startedOn, now: () => new Date() }
        const { result: made } = await describeRelease(built, run)
        const result = chosen.store === undefined ? made : await keep(made, folder, chosen.store)
        const { packageText } = await import('../../report/text.js')
        finish(result, true, chosen, () => packageText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}

async function keep(result: PackageResult, folder: string, store: string | true): Promise<PackageResult> {
  const { storeOf } = await import('../../release/locate.js')
  const { keepRelease } = await import('../../release/locate.js')
  const sources = releaseSources(folder, store === true ? undefined : store)
  return keepRelease(result, await sources.openStore(await storeOf(sources, result.path)))
}

async function makeRelease(folder: string, chosen: PackageOptions) {
  const { buildRelease } = await import('../../release/build.js')
  const { version, output, allowDirty = false, skipValidate = false } = chosen
  const previous = await previousRelease(folder, chosen)
  return buildRelease({
    ...{ folder, output, allowDirty },
    ...(version === undefined ? {} : { version }),
    ...(skipValidate
      ? {}
      : { check: (await import('../../lint/engine/compare/validate-commit.js')).validateCommit }),
    ...(previous ? { previous } : {}),
  })
}

async function previousRelease(folder: string, { previous, store }: PackageOptions) {
  if (previous === undefined) return undefined
  const { withRelease } = await import('../../release/locate.js')
  const asked = { release: previous, digest: undefined }
  const sources = releaseSources(folder, store === true ? undefined : store)
  return withRelease(asked, sources, { log: silentLog }, async ({ document }) => document)
}
