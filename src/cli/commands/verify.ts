import { Command } from 'commander'
import { gitHubOf } from '../../github/client.js'
import { silentLog } from '../../platform/log.js'
import type { ReleaseDocument } from '../../release/document.js'
import type { ReleaseSources } from '../../release/locate.js'
import type { Release } from '../../release/open.js'
import type { Attested } from '../../release/provenance/check.js'
import { textOptions } from '../colors.js'
import { type CommonOptions, options } from '../options.js'
import { fail, finish } from '../run.js'
import { releaseSources } from '../sources.js'

interface VerifyOptions extends CommonOptions {
  digest?: string
  store?: string
  against?: string
  repository?: string
  workflow?: string
  attestation?: string
  trustedRoot?: string
}

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
    .option('--repository <owner/name>', 'verify that a run of this repository attested it')
    .option('--workflow <path>', 'verify that this workflow attested it')
    .addOption(options.attestation())
    .addOption(options.trustedRoot())
    .addOption(options.format())
    .addHelpText(
      'after',
      `
What lies beside the archive about where it comes from is told. It is verified with --repository: the signature leads to
a trusted root, a run of that repository has made it, and it is about these very bytes.

Example:
  changeover verify region-one-2.0.0.tar.gz --repository acme/cloud --workflow .github/workflows/release.yml`,
    )
    .action(async (file: string, chosen: VerifyOptions) => {
      try {
        const { result, good } = await verify(file, chosen)
        const { packageText } = await import('../../report/text.js')
        finish(result, good, chosen, () => packageText(result, textOptions()))
      } catch (error) {
        fail(error, chosen.format)
      }
    })
}

async function verify(file: string, chosen: VerifyOptions) {
  const { withRelease } = await import('../../release/locate.js')
  const { packageResult } = await import('../../release/result.js')
  const { originReport } = await import('../../release/provenance/origin-report.js')
  const sources = releaseSources('.', chosen.store)
  let attested: Attested | undefined
  const admit = async (archive: string) => {
    attested = await attestedBy(archive, chosen)
    return attested?.digest
  }
  const work = async ({ document, path }: Release) => ({
    document,
    origin: await originReport(path, attested),
  })
  const asked = { release: file, digest: chosen.digest }
  const { document, origin } = await withRelease(asked, { ...sources, admit }, { log: silentLog }, work)
  const changes =
    chosen.against === undefined ? undefined : await changesSince(chosen.against, document, sources)
  const result = { ...packageResult('verified', file, document), origin, ...(changes ? { changes } : {}) }
  return { result, good: origin.statement?.matches !== false }
}

async function changesSince(release: string, { files }: ReleaseDocument, sources: ReleaseSources) {
  const { withRelease } = await import('../../release/locate.js')
  const { changedFiles } = await import('../../release/document.js')
  const asked = { release, digest: undefined }
  return withRelease(asked, sources, { log: silentLog }, async ({ document }) =>
    changedFiles(document.files, files),
  )
}

/** The attestation, verified; `undefined` when nobody said whose it has to be. */
async function attestedBy(archive: string, chosen: VerifyOptions): Promise<Attested | undefined> {
  const { repository, workflow, attestation, trustedRoot } = chosen
  if ([repository, workflow, attestation, trustedRoot].every((option) => option === undefined))
    return undefined
  const { checkAttestation } = await import('../../release/provenance/check.js')
  const { namedPolicy } = await import('../../release/provenance/own-repository.js')
  return checkAttestation({
    ...{ archive, bundle: attestation, gitHub: gitHubOf(process.env) },
    policy: await namedPolicy({ repository, workflow }, '.', process.env),
    roots: { file: trustedRoot },
  })
}
