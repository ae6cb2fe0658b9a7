import type { Release } from '../../release/open.js'
import { OperationFailure } from '../ledger/failure.js'
import type { ReleaseName } from '../ledger/state.js'

/** Where the archive of a release comes from. */
export interface ArchiveSource {
  /** The one that was given; then no other is looked for. */
  release: Release | undefined
  /** Works with the archive of a release from wherever it is kept; false when it is kept nowhere. */
  fetch?: ((name: ReleaseName, work: (release: Release) => Promise<void>) => Promise<boolean>) | undefined
}

/**
 * Work with the archive of a release.
 *
 * @param meant begins the sentence that says which one it must be: `green holds`
 * @returns false when it is nowhere
 * @throws OperationFailure `release_not_held` when another one was given, or the store fails
 */
export async function withArchive(
  name: ReleaseName,
  { release, fetch }: ArchiveSource,
  meant: string,
  work: (release: Release) => Promise<void>,
): Promise<boolean> {
  if (!release) return (await fetch?.(name, work)) ?? false
  const { version, digest } = release.document
  if (digest !== name.digest) {
    throw new OperationFailure(
      'release_not_held',
      `The archive is ${version} (${digest}), but ${meant} ${name.version} (${name.digest}).`,
      'Give the archive of that release, or none.',
    )
  }
  await work(release)
  return true
}
