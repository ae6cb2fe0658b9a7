import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseReleaseName } from '../drivers/stores/address.js'
import type { OpenStore } from '../drivers/stores/create.js'
import type { Store, Wanted } from '../drivers/stores/store.js'
import { loadManifestIfThere } from '../manifest/load.js'
import { UserError } from '../platform/errors.js'
import type { Log } from '../platform/log.js'
import { openRelease, type Release } from './open.js'
import type { PackageResult } from './result.js'

/** A release, as the user names it. */
export interface AskedRelease {
  /** A version, a digest, the path of an archive, or `STORE#VERSION` and `STORE#DIGEST`. */
  release: string
  /** The digest that the release must have. */
  digest: string | undefined
}

/** Where to find releases. */
export interface ReleaseSources {
  /** A folder whose changeover.yml has the name of the cloud, and `release.store`. */
  folder: string
  /** The address of the store; `undefined`: `release.store` of changeover.yml. */
  store: string | undefined
  openStore: OpenStore
  /**
   * The folder for fetched archives, which stay there for later steps. Default: a temporary folder that is removed after
   * the work.
   */
  scratch?: string | undefined
  /** Throws when an archive must not be opened. @returns the digest that it must have, if that is known */
  admit?: (archive: string) => Promise<string | undefined>
}

/**
 * Find a release, verify it, and work with it. A fetched archive is removed afterwards, unless `scratch` is set.
 *
 * @throws UserError `bad_release_name`, `store_missing`, `release_not_found`, `version_mismatch`, and those of the
 *   store and {@link openRelease}
 */
export async function withRelease<T>(
  asked: AskedRelease,
  sources: ReleaseSources,
  { log, signal }: { log: Log; signal?: AbortSignal | undefined },
  work: (release: Release) => Promise<T>,
): Promise<T> {
  const name = parseReleaseName(asked.release)
  if ('file' in name) {
    const opened = await log.step(`Verify the release ${name.file}`, () =>
      admitted(name.file, asked.digest, sources),
    )
    return work(opened)
  }
  const wanted = await completed(name.wanted, asked, sources)
  const folder = await mkdtemp(join(sources.scratch ?? tmpdir(), 'changeover-release-'))
  let fetchedWell = false
  try {
    const release = await log.step(`Fetch the release ${asked.release}`, async () => {
      const address = name.store ?? (await storeOf(sources, asked.release))
      return fetched(wanted, sources, await sources.openStore(address), folder, log, signal)
    })
    fetchedWell = true
    return await work(release)
  } finally {
    if (!fetchedWell || sources.scratch === undefined) await rm(folder, { recursive: true, force: true })
  }
}

/** The address of the configured store. @throws UserError `store_missing` */
export async function storeOf(sources: Omit<ReleaseSources, 'openStore'>, release: string): Promise<string> {
  const address = sources.store ?? (await loadManifestIfThere(sources.folder))?.release?.store
  if (address !== undefined) return address
  throw new UserError('store_missing', `"${release}" is not an archive, and no store is configured.`, {
    remedy: 'Set --store, the input "store" of the action, or release.store in changeover.yml.',
  })
}

async function completed(wanted: Wanted, asked: AskedRelease, sources: ReleaseSources): Promise<Wanted> {
  if (wanted.digest !== undefined && asked.digest !== undefined && wanted.digest !== asked.digest) {
    throw new UserError(
      'digest_mismatch',
      `The release names the digest ${wanted.digest}, but ${asked.digest} is required.`,
      {
        remedy: 'Name only one digest.',
      },
    )
  }
  const digest = wanted.digest ?? asked.digest
  // an invalid changeover.yml must not prevent a rollback: a digest needs no name
  const manifest = await loadManifestIfThere(sources.folder).catch(() => undefined)
  return { ...wanted, digest, ...(wanted.digest === undefined ? { name: manifest?.name } : {}) }
}

/** Hold an archive to the attestation that is required, then open it. */
async function admitted(
  archive: string,
  digest: string | undefined,
  { admit }: ReleaseSources,
): Promise<Release> {
  const attested = await admit?.(archive)
  const release = await openRelease(archive, digest)
  if (attested === undefined || attested === release.document.digest) return release
  throw new UserError(
    'digest_mismatch',
    `${archive} is ${release.document.digest}, but its attestation is about ${attested}.`,
    { remedy: 'Do not use the archive: it was changed, or its attestation was replaced.' },
  )
}

async function fetched(
  wanted: Wanted,
  sources: ReleaseSources,
  store: Awaited<ReturnType<OpenStore>>,
  folder: string,
  log: Log,
  signal: AbortSignal | undefined,
): Promise<Release> {
  const reference = await store.find(wanted, signal)
  if (!reference) throw await notFound(wanted, store, signal)
  log.info(`${reference.name} ${reference.version} (${reference.digest}) is in ${store.place}`)
  const path = await store.fetch(reference, folder, signal)
  const release = await admitted(path, wanted.digest ?? reference.digest, sources)
  const { name, version } = release.document
  const right = version === (wanted.version ?? version) && name === (wanted.name ?? name)
  if (right) return release
  throw new UserError(
    'version_mismatch',
    `${store.place} returned ${name} ${version} for ${wanted.name ?? reference.name} ${wanted.version ?? reference.version}.`,
    { remedy: 'The release has a wrong name in the store. Name it by its digest, and correct the store.' },
  )
}

/** The error for a release that was not found. The store may have the version with another digest. */
async function notFound(
  wanted: Wanted,
  store: Awaited<ReturnType<OpenStore>>,
  signal: AbortSignal | undefined,
): Promise<UserError> {
  const { name, version, digest } = wanted
  const other =
    version !== undefined && digest !== undefined ? await store.find({ name, version }, signal) : undefined
  if (other) {
    return new UserError(
      'digest_mismatch',
      `${store.place} has ${other.name} ${other.version} with the digest ${other.digest}, expected ${digest}.`,
      { remedy: 'This is not the release that was tested and approved. Find out who stored it.' },
    )
  }
  const what = [name, version ?? digest].filter(Boolean).join(' ')
  return new UserError('release_not_found', `${store.place} does not have the release ${what}.`, {
    remedy: 'Store it with changeover package --store, or name another store with --store.',
  })
}

/** Store a packaged release. @returns the result, with its place in the store */
export async function keepRelease(
  result: PackageResult,
  store: Store,
  signal?: AbortSignal,
): Promise<PackageResult> {
  const { name, version, digest, commit, path } = result
  const { id, url } = await store.put(path, { name, version, digest, commit }, signal)
  return { ...result, stored: { place: store.place, id, url } }
}
