import { UserError } from '../../platform/errors.js'

/** The names of a release. */
export interface StoredRelease {
  /** Name of the cloud. */
  name: string
  version: string
  /** `sha256:…`, the identity of the release. */
  digest: string
}

/** A release that `package` made. */
export interface PackedRelease extends StoredRelease {
  /** The commit that was packaged. */
  commit: string
}

/** A release to find: by a version, a digest, or both. */
export interface Wanted {
  /** Name of the cloud; default: any. */
  name?: string | undefined
  version?: string | undefined
  digest?: string | undefined
}

/** A release in a store. Its names are not verified until the archive is opened. */
export interface Reference extends StoredRelease {
  /** The store's own id. */
  id: string
  /** The page of the release, for people; `null` where there is none. */
  url: string | null
}

/** A store of releases. */
export interface Store {
  /** The store, for messages. */
  readonly place: string
  /**
   * Store an archive and its companions. Storing the same release again changes nothing; another release of the same
   * version is refused.
   *
   * @throws UserError `version_exists`, and why the store cannot be reached or written
   */
  put(archive: string, release: PackedRelease, signal?: AbortSignal): Promise<Reference>
  /** @throws UserError `release_ambiguous`, `release_expired`, and why the store cannot be read */
  find(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined>
  /**
   * Write the archive and its companions to an existing folder.
   *
   * @returns the path of the archive. After a failure the folder may contain parts: do not use it
   */
  fetch(reference: Reference, folder: string, signal?: AbortSignal): Promise<string>
}

/** The file name of an archive; `package` uses the same. */
export function archiveName({ name, version }: Pick<StoredRelease, 'name' | 'version'>): string {
  return `${name}-${version}.tar.gz`
}

/** Check names from a store. `undefined` when a release cannot have them: they become names of files. */
export function storedRelease(name: unknown, version: unknown, digest: unknown): StoredRelease | undefined {
  if (typeof name !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name)) return undefined
  if (typeof version !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(version)) return undefined
  if (typeof digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(digest)) return undefined
  return { name, version, digest }
}

/** Whether a stored release is the wanted one. */
export function isWanted(release: StoredRelease, wanted: Wanted): boolean {
  return (
    (wanted.name === undefined || wanted.name === release.name) &&
    (wanted.version === undefined || wanted.version === release.version) &&
    (wanted.digest === undefined || wanted.digest === release.digest)
  )
}

/**
 * The only release in a list. The same release may occur twice: the first one counts.
 *
 * @throws UserError `release_ambiguous`
 */
export function onlyOne(fitting: readonly Reference[], place: string): Reference | undefined {
  const [first] = fitting
  const other = fitting.find((one) => one.digest !== first?.digest)
  if (!first || !other) return first
  throw new UserError(
    'release_ambiguous',
    `${place} has more than one such release: ${nameOf(first)} and ${nameOf(other)}.`,
    { remedy: 'Name one by its digest.' },
  )
}

/**
 * Make sure that a version never means two releases.
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
    `${place} has ${release.name} ${release.version} with the digest ${other.digest}; this release is ${release.digest}.`,
    { remedy: 'Choose a new version: a version is never used for another release.' },
  )
}

export function nameOf({ name, version, digest }: StoredRelease): string {
  return `${name} ${version} (${digest})`
}
