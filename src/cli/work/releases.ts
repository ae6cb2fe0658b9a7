import { openStore } from '../../drivers/stores/create.js'
import { gitHubOf } from '../../github/client.js'
import { validateCommit } from '../../lint/engine/compare/validate-commit.js'
import { diffReleases } from '../../plan/diff.js'
import { silentLog } from '../../platform/log.js'
import { buildRelease } from '../../release/build.js'
import { changedFiles, type ReleaseDocument } from '../../release/document.js'
import { keepRelease, type ReleaseSources, storeOf, withRelease } from '../../release/locate.js'
import type { Release } from '../../release/open.js'
import { type Attested, checkAttestation } from '../../release/provenance/check.js'
import { originReport } from '../../release/provenance/origin-report.js'
import { namedPolicy } from '../../release/provenance/own-repository.js'
import { describeRelease } from '../../release/provenance/write.js'
import { packageResult } from '../../release/result.js'
import { diffText } from '../../report/plan/diff.js'
import { packageText } from '../../report/release/text.js'
import type { CommonOptions } from '../options.js'
import { finish, textOptions } from '../run.js'

export interface DiffOptions extends CommonOptions {
  store?: string
  text?: boolean
}

export interface PackageOptions extends CommonOptions {
  version?: string
  output: string
  previous?: string
  allowDirty?: boolean
  skipValidate?: boolean
  /** `true` for the store of changeover.yml. */
  store?: string | true
}

export interface VerifyOptions extends CommonOptions {
  digest?: string
  store?: string
  against?: string
  repository?: string
  workflow?: string
  attestation?: string
  trustedRoot?: string
}

/** Where a command looks for releases: in the store of `--store`, otherwise in that of the folder's manifest. */
export function releaseSources(folder: string, store: string | undefined): ReleaseSources {
  return {
    folder,
    store,
    openStore: (address) => openStore(address, process.env, gitHubOf(process.env)),
  }
}

export async function packageRelease(folder: string, chosen: PackageOptions): Promise<void> {
  const startedOn = new Date()
  const { version, output, previous, allowDirty = false, skipValidate = false, store } = chosen
  const sources = releaseSources(folder, store === true ? undefined : store)
  const before = previous === undefined ? undefined : await documentOf(previous, sources)
  const built = await buildRelease({
    ...{ folder, output, allowDirty },
    ...(version === undefined ? {} : { version }),
    ...(skipValidate ? {} : { check: validateCommit }),
    ...(before ? { previous: before } : {}),
  })
  const run = { env: process.env, startedOn, now: () => new Date() }
  const { result: made } = await describeRelease(built, run)
  const result =
    store === undefined
      ? made
      : await keepRelease(made, await sources.openStore(await storeOf(sources, made.path)))
  finish(result, true, chosen, () => packageText(result, textOptions()))
}

export async function verify(file: string, chosen: VerifyOptions): Promise<void> {
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
  const against = chosen.against === undefined ? undefined : await documentOf(chosen.against, sources)
  const changes = against ? { changes: changedFiles(against.files, document.files) } : {}
  const result = { ...packageResult('verified', file, document), origin, ...changes }
  finish(result, origin.statement?.matches !== false, chosen, () => packageText(result, textOptions()))
}

function documentOf(release: string, sources: ReleaseSources): Promise<ReleaseDocument> {
  const asked = { release, digest: undefined }
  return withRelease(asked, sources, { log: silentLog }, async ({ document }) => document)
}

/** The attestation, verified; `undefined` when no option says whose it must be. */
async function attestedBy(archive: string, chosen: VerifyOptions): Promise<Attested | undefined> {
  const { repository, workflow, attestation, trustedRoot } = chosen
  if ([repository, workflow, attestation, trustedRoot].every((option) => option === undefined))
    return undefined
  return checkAttestation({
    ...{ archive, bundle: attestation, gitHub: gitHubOf(process.env) },
    policy: await namedPolicy({ repository, workflow }, '.', process.env),
    roots: { file: trustedRoot },
  })
}

export async function diff(before: string, after: string, chosen: DiffOptions): Promise<void> {
  const sources = releaseSources('.', chosen.store)
  const opened = <T>(release: string, work: (release: Release) => Promise<T>) =>
    withRelease({ release, digest: undefined }, sources, { log: silentLog }, work)
  const result = await opened(before, (old) => opened(after, (now) => diffReleases(old, now, chosen.text)))
  finish(result, true, chosen, () => diffText(result, textOptions()))
}
