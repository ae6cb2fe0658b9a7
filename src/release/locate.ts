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

/** A release as the user names it. */
export interface AskedRelease {
  /** A version, a digest, the path of an archive, or `STORE#VERSION` and `STORE#DIGEST`. */
  release: string
  /** The digest that it must have. */
  digest: string | undefined
}

/** Where releases are looked for. */
export interface ReleaseSources {
  /** A folder whose changeover.yml tells the name of the cloud, and `release.store`. */
  folder: string
  /** Address of the store; `undefined`: what changeover.yml says. */
  store: string | undefined
  openStore: OpenStore
  /**
   * Where what is fetched lies, and stays until somebody else empties the folder: a later step may need it. Left out,
   * the system's temporary folder, and it is removed after the work.
   */
  scratch?: string | undefined
  /** Throws when an archive may not be opened at all. @returns the digest that it must then have, if that is known */
  admit?: (archive: string) => Promise<string | undefined>
}

/**
 * Find a release, check every byte of it, and work with it. What came from a store is removed afterwards.
 *
 * @throws UserError `bad_release_name`, `store_missing`, `release_not_found`, `version_mismatch`, and what the store
 *   and {@link openRelease} may say
 */
export async function withRelease<T>(
  asked: AskedRelease,
  sources: ReleaseSources,
  { log, signal }: { log: Log; signal?: AbortSignal | undefined },
  work: (release: Release) => Promise<T>,
): Promise<T> {
  const name = parseReleaseName(asked.release)
  if ('file' in name) {
    const opened = await log.step(`Check the release ${name.file}`, () =>
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

/** The address of the store that is meant. @throws UserError `store_missing` */
export async function storeOf(sources: Omit<ReleaseSources, 'openStore'>, release: string): Promise<string> {
  const address = sources.store ?? (await loadManifestIfThere(sources.folder))?.release?.store
  if (address !== undefined) return address
  throw new UserError(
    'store_missing',
    `"${release}" is no archive, and no store is named to look for it in.`,
    {
      remedy: 'Name one with --store (in an action: store), or as release.store in changeover.yml.',
    },
  )
}

async function completed(wanted: Wanted, asked: AskedRelease, sources: ReleaseSources): Promise<Wanted> {
  if (wanted.digest !== undefined && asked.digest !== undefined && wanted.digest !== asked.digest) {
    throw new UserError('digest_mismatch', `${wanted.digest} was asked for, expected ${asked.digest}.`, {
      remedy: 'Name one digest only.',
    })
  }
  const digest = wanted.digest ?? asked.digest
  // a digest needs no name; and a changeover.yml that is broken today must not stand in the way of going back
  const manifest = await loadManifestIfThere(sources.folder).catch(() => undefined)
  return { ...wanted, digest, ...(wanted.digest === undefined ? { name: manifest?.name } : {}) }
}

/** Open an archive that was looked at before: what it says of itself comes after what is known of it. */
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
    { remedy: 'Do not use the archive: somebody has changed it, or laid another attestation beside it.' },
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
    `${store.place} gives ${name} ${version} for ${wanted.name ?? reference.name} ${wanted.version ?? reference.version}.`,
    { remedy: 'Somebody has named it wrong there. Name the release by its digest, and mend the store.' },
  )
}

/** What is there instead, when it is the version in other bytes. */
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
      `${store.place} holds ${other.name} ${other.version} as ${other.digest}, expected ${digest}.`,
      { remedy: 'This is not the release that was tested and approved. Look for who has put it there.' },
    )
  }
  const what = [name, version ?? digest].filter(Boolean).join(' ')
  return new UserError('release_not_found', `${store.place} holds no release ${what}.`, {
    remedy: 'Put it there with changeover package --store, or name another store with --store.',
  })
}

/** Put a release that was made into a store. @returns the result, with where it is kept */
export async function keepRelease(
  result: PackageResult,
  store: Store,
  signal?: AbortSignal,
): Promise<PackageResult> {
  const { name, version, digest, commit, path } = result
  const { id, url } = await store.put(path, { name, version, digest, commit }, signal)
  return { ...result, stored: { place: store.place, id, url } }
}
