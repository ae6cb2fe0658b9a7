import { Command } from 'commander'
import { options } from '../options.js'
import { run } from '../run.js'
import type { VerifyOptions } from '../work/releases.js'

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('check every byte of a release, and who made it')
    .description(
      'Check the files of a release against its release.json, and the release against its digest if you know it. Nothing ' +
        'is unpacked.',
    )
    .argument('<release>', 'an archive, or a version, digest or STORE#VERSION that is in a store')
    .addOption(options.digest())
    .addOption(options.store())
    .option('--against <release>', 'another release: print which files differ from it')
    .option('--repository <owner/name>', 'require an attestation by a workflow run of this repository')
    .option('--workflow <path>', 'require an attestation by this workflow')
    .addOption(options.attestation())
    .addOption(options.trustedRoot())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
The provenance beside the archive is printed as it is. With --repository it is verified as well: the signature must lead to
a trusted root, a workflow run of that repository must have made it, and it must be about exactly these bytes.

Example:
  changeover verify region-one-2.0.0.tar.gz --repository acme/cloud --workflow .github/workflows/release.yml

Exit status: 0 the release is intact, 1 its provenance is about other bytes, 2 it is damaged or cannot be verified.`,
    )
    .action((file: string, chosen: VerifyOptions) =>
      run(chosen.format, async () => (await import('../../bundles/core.js')).verifyCommand(file, chosen)),
    )
}
