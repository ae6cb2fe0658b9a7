import { Command } from 'commander'
import { silentLog } from '../../platform/log.js'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'
import { releaseSources } from '../sources.js'

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('check every byte of a release')
    .description(
      'Check a release against its own list and, if you know it, against its digest. Nothing is unpacked.',
    )
    .argument('<release>', 'an archive, or a version, a digest or STORE#VERSION in a store')
    .addOption(options.digest())
    .addOption(options.store())
    .option('--against <release>', 'another release: print which files differ')
    .addOption(options.format())
    .action(
      async (file: string, chosen: CommonOptions & { digest?: string; store?: string; against?: string }) => {
        try {
          const { withRelease } = await import('../../release/locate.js')
          const { packageResult } = await import('../../release/result.js')
          const sources = releaseSources('.', chosen.store)
          const manifestOf = (release: string, digest?: string) =>
            withRelease({ release, digest }, sources, { log: silentLog }, async ({ manifest }) => manifest)
          const manifest = await manifestOf(file, chosen.digest)
          const other =
            chosen.against === undefined ? undefined : { manifest: await manifestOf(chosen.against) }
          const { changedFiles } = await import('../../release/manifest.js')
          const changes = other && changedFiles(other.manifest.files, manifest.files)
          const result = { ...packageResult('verified', file, manifest), ...(changes ? { changes } : {}) }
          const { packageText } = await import('../../report/text.js')
          finish(result, true, chosen, () => packageText(result, textOptions()))
        } catch (error) {
          fail(error, chosen.format)
        }
      },
    )
}
