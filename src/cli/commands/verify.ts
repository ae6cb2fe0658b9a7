import { Command } from 'commander'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('check every byte of a release')
    .description(
      'Check a release against its own list and, if you know it, against its digest. Nothing is unpacked.',
    )
    .argument('<file>', 'the archive')
    .addOption(options.digest())
    .option('--against <file>', 'another release: print which files differ')
    .addOption(options.format())
    .action(async (file: string, chosen: CommonOptions & { digest?: string; against?: string }) => {
      try {
        const { openRelease } = await import('../../release/open.js')
        const { packageResult } = await import('../../release/result.js')
        const { manifest } = await openRelease(file, chosen.digest)
        const other = chosen.against === undefined ? undefined : await openRelease(chosen.against)
        const { changesBetween } = await import('../../impact/changes.js')
        const changes = other && changesBetween(other.manifest.files, manifest.files)
        const result = { ...packageResult('verified', file, manifest), ...(changes ? { changes } : {}) }
        const { packageText } = await import('../../report/text.js')
        finish(result, true, chosen, () => packageText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}
