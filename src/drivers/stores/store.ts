import { UserError } from '../../platform/errors.js'

/** A release by all of its names. */
export interface StoredRelease {
  /** Name of the cloud. */
  name: string
  version: string
  /** `sha256:…`, the identity of the release. */
  digest: string
}

/** A release as `package` made it. */
export interface PackedRelease extends StoredRelease {
  /** The commit that it was made of. */
  commit: string
}

/** What a release is looked for by: a version, a digest, or both. */
export interface Wanted {
  /** Name of the cloud; left out, any. */
  name?: string | undefined
  version?: string | undefined
  digest?: string | undefined
}

/** A release in a store. What it says of itself is the store's word, until the archive was opened. */
export interface Reference extends StoredRelease {
  /** How the store itself finds it again. */
  id: string
  /** Where a person can look at it; `null` where there is no such place. */
  url: string | null
}

/** A place that keeps releases. */
export interface Store {
  /** For people: which place. */
  readonly place: string
  /**
   * Keep an archive, with what lies beside it. Doing it again does nothing; another release of that version is refused.
   *
   * @throws UserError `version_exists`, and why the store could not be reached or written
   */
  put(archive: string, release: PackedRelease, signal?: AbortSignal): Promise<Reference>
  /** @throws UserError `release_ambiguous`, `release_expired`, and why the store could not be read */
  find(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined>
  /**
   * Write the archive, and what lies beside it, into a folder that is there.
   *
   * @returns the archive's path; after a failure the folder may hold parts, and is not to be used
   */
  fetch(reference: Reference, folder: string, signal?: AbortSignal): Promise<string>
}

/** The file name of an archive; `package` uses the same. */
export function archiveName({ name, version }: Pick<StoredRelease, 'name' | 'version'>): string {
  return `${name}-${version}.tar.gz`
}

/** The names that a store tells, or `undefined` when no release can have them: they become names of files. */
export function storedRelease(name: unknown, version: unknown, digest: unknown): StoredRelease | undefined {
  if (typeof name !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name)) return undefined
  if (typeof version !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(version)) return undefined
  if (typeof digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(digest)) return undefined
  return { name, version, digest }
}

/** Whether a stored release is what was asked for. */
export function isWanted(release: StoredRelease, wanted: Wanted): boolean {
  return (
    (wanted.name === undefined || wanted.name === release.name) &&
    (wanted.version === undefined || wanted.version === release.version) &&
    (wanted.digest === undefined || wanted.digest === release.digest)
  )
}

/**
 * The one release among those that fit. The same release kept twice is one: the first counts.
 *
 * @throws UserError `release_ambiguous`
 */
export function onlyOne(fitting: readonly Reference[], place: string): Reference | undefined {
  const [first] = fitting
  const other = fitting.find((one) => one.digest !== first?.digest)
  if (!first || !other) return first
  throw new UserError(
    'release_ambiguous',
    `${place} holds more than one such release: ${nameOf(first)} and ${nameOf(other)}.`,
    { remedy: 'Say which one by its digest.' },
  )
}

/**
 * Hold a store to its word that a version is one release for ever.
 *
 * @throws UserError `version_exists`
 */
export function refuseOther(existing: readonly StoredRelease[], release: StoredRelease, place: string): void {
  const other = existing.find(
    ({ name, version, digest }) =>
      name === release.name && version === release.version && digest !== release.digest,
  )
  if (!other) return
  throw new UserError(
    'version_exists',
    `${place} holds ${release.name} ${release.version} as ${other.digest}; this one is ${release.digest}.`,
    { remedy: 'A version is never used for another release: choose a new one.' },
  )
}

export function nameOf({ name, version, digest }: StoredRelease): string {
  return `${name} ${version} (${digest})`
}
