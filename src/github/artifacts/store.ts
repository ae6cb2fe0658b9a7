import { copyFile, link, lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArtifactClient } from '@actions/artifact'
import { artifactName, releaseOfArtifact } from '../../drivers/stores/github/artifact.js'
import {
  archiveName,
  isWanted,
  onlyOne,
  type PackedRelease,
  type Reference,
  refuseOther,
  type Store,
  type Wanted,
} from '../../drivers/stores/store.js'
import { UserError } from '../../platform/errors.js'
import { sha256OfFile } from '../../platform/files.js'
import { artifactFailure, withinTime } from './failure.js'

export interface ArtifactStoreOptions {
  /** The toolkit's client. It works only in a step of a workflow run. */
  client: ArtifactClient
  /** The artifacts of other runs; `undefined` without a token. */
  repository: Store | undefined
  /** Days until an artifact expires; `undefined`: the repository's setting. */
  retentionDays: number | undefined
  /** The page of the run, for links: `https://github.com/owner/name/actions/runs/1`. */
  runUrl: string | undefined
  timeoutMs: { ask: number; transfer: number }
}

/** Milliseconds for the client, which repeats failed requests itself. */
export const TIMEOUTS = { ask: 2 * 60_000, transfer: 15 * 60_000 }

/**
 * Artifacts of GitHub Actions. The toolkit's client uploads to this run; the REST API finds what other runs have
 * uploaded.
 */
export class ArtifactStore implements Store {
  readonly place = 'the artifacts'
  /** Ids of this run's artifacts: the client can fetch them without a token. */
  private readonly own = new Set<string>()

  constructor(private readonly options: ArtifactStoreOptions) {}

  async put(archive: string, packed: PackedRelease, signal?: AbortSignal): Promise<Reference> {
    const { name, version } = packed
    const here = await this.inThisRun({ name, version }, signal)
    const there = await this.elsewhere({ name, version }, signal)
    refuseOther(
      [here, there].flatMap((reference) => reference ?? []),
      packed,
      this.place,
    )
    // upload it here too: the copy of the other run expires earlier
    return here ?? (await this.upload(archive, packed, signal))
  }

  async find(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined> {
    return (await this.inThisRun(wanted, signal)) ?? (await this.options.repository?.find(wanted, signal))
  }

  async fetch(reference: Reference, folder: string, signal?: AbortSignal): Promise<string> {
    const { client, repository, timeoutMs } = this.options
    if (!this.own.has(reference.id)) {
      if (repository) return repository.fetch(reference, folder, signal)
      throw otherRun(reference)
    }
    const aside = await mkdtemp(join(folder, '.artifact-'))
    try {
      // the archive as it was uploaded: content from outside is not unpacked here
      const work = client.downloadArtifact(Number(reference.id), { path: aside, skipDecompress: true })
      await this.guarded('download', work, timeoutMs.transfer, signal)
      const [file, ...others] = await readdir(aside)
      if (file === undefined || others.length > 0 || !(await lstat(join(aside, file))).isFile()) {
        throw new UserError('store_corrupt', `The artifact ${reference.id} does not consist of one file.`, {
          remedy: 'Package the release again.',
        })
      }
      const path = join(folder, archiveName(reference))
      await rename(join(aside, file), path)
      return path
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  }

  private async upload(archive: string, packed: PackedRelease, signal?: AbortSignal): Promise<Reference> {
    const { client, retentionDays, timeoutMs } = this.options
    const name = artifactName(packed)
    const aside = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), 'changeover-artifact-'))
    try {
      const file = join(aside, name) // without a zip, the client names the artifact after its file
      await link(archive, file).catch(() => copyFile(archive, file))
      const kept = retentionDays === undefined ? {} : { retentionDays }
      const work = client.uploadArtifact(name, [file], aside, { skipArchive: true, ...kept })
      const { id, digest } = await this.guarded('upload', work, timeoutMs.transfer, signal)
      if (id === undefined || digest !== (await sha256OfFile(archive))) {
        throw new UserError('store_corrupt', `${archive} changed during the upload.`, {
          remedy: 'Package the release again, and make sure that nothing else writes there.',
        })
      }
      this.own.add(String(id))
      return this.reference(packed, id)
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  }

  private async inThisRun(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined> {
    const { client, timeoutMs } = this.options
    const { artifacts } = await this.guarded('list', client.listArtifacts(), timeoutMs.ask, signal)
    const fitting = artifacts.flatMap(({ name, id }) => {
      const release = releaseOfArtifact(name, wanted)
      return release && isWanted(release, wanted) ? [this.reference(release, id)] : []
    })
    const found = onlyOne(fitting, this.place)
    if (found) this.own.add(found.id)
    return found
  }

  /** The same version in another run, if the token may read it. An expired artifact does not count. */
  private async elsewhere(wanted: Wanted, signal?: AbortSignal): Promise<Reference | undefined> {
    try {
      return await this.options.repository?.find(wanted, signal)
    } catch (error) {
      if (error instanceof UserError && ['store_denied', 'release_expired'].includes(error.code))
        return undefined
      throw error
    }
  }

  private reference(release: Omit<Reference, 'id' | 'url'>, id: number): Reference {
    const { name, version, digest } = release
    const { runUrl } = this.options
    const url = runUrl === undefined ? null : `${runUrl}/artifacts/${id}`
    return { name, version, digest, id: String(id), url }
  }

  private async guarded<T>(what: string, work: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
    try {
      return await withinTime(what, work, ms, signal)
    } catch (error) {
      signal?.throwIfAborted()
      throw artifactFailure(what, error)
    }
  }
}

function otherRun({ name, version }: Reference): UserError {
  return new UserError('store_access_missing', `${name} ${version} is an artifact of another run.`, {
    remedy: 'Give the action a token with the permission "actions: read".',
  })
}
