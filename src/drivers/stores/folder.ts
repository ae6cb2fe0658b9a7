import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { messageOf, systemCode, UserError } from '../../platform/errors.js'
import { sha256OfFile } from '../../platform/files.js'
import { companionsOf } from './companions.js'
import {
  archiveName,
  isWanted,
  onlyOne,
  type Reference,
  refuseOther,
  type Store,
  type StoredRelease,
  storedRelease,
  type Wanted,
} from './store.js'

/** `<name>-<version>.json` names the archive of a version. It is created once, in one step, and never changed. */
interface FolderRecord extends StoredRelease {
  schema: 'changeover/stored_release/v1'
  /** File name of the archive. */
  archive: string
}

/**
 * A folder: on a laptop, on NFS, or in the cache of another CI.
 *
 * Each version has an archive, named after its bytes, and a record that names the archive. The record is created with
 * `link`, which fails if it exists, also over NFS: of two runs that store the same version at the same time, one wins.
 */
export class FolderStore implements Store {
  readonly place: string
  private readonly folder: string

  constructor(path: string) {
    this.folder = resolve(path)
    this.place = this.folder
  }

  async put(archive: string, release: StoredRelease, signal?: AbortSignal): Promise<Reference> {
    const existing = await this.recordOf(recordName(release))
    if (existing) return this.kept(existing, release)
    const name = archiveName(release).replace(
      /\.tar\.gz$/,
      `-${(await sha256OfFile(archive)).slice(0, 16)}.tar.gz`,
    )
    const temporary = join(this.folder, `.${randomUUID()}.tmp`)
    const target = join(this.folder, name)
    const record: FolderRecord = { schema: 'changeover/stored_release/v1', ...only(release), archive: name }
    try {
      await mkdir(this.folder, { recursive: true })
      signal?.throwIfAborted()
      // the record comes last: once it is there, the archive and its companions are too
      for (const { path, ending } of await companionsOf(archive))
        await copyWhole(path, temporary, `${target}${ending}`)
      await copyWhole(archive, temporary, target)
      await writeFile(temporary, `${JSON.stringify(record, null, 2)}\n`)
      await onDisk(temporary)
      await link(temporary, join(this.folder, recordName(release)))
      return this.reference(record)
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return this.afterAnother(release, name)
      if (signal?.aborted || error instanceof UserError) throw error
      throw new UserError('store_unwritable', `Cannot write to ${this.folder}: ${messageOf(error)}`, {
        remedy: 'Give this user write access to the folder, or choose another store.',
        cause: error,
      })
    } finally {
      await rm(temporary, { force: true }).catch(() => {})
    }
  }

  async find(wanted: Wanted): Promise<Reference | undefined> {
    if (wanted.name !== undefined && wanted.version !== undefined) {
      const record = await this.recordOf(recordName({ name: wanted.name, version: wanted.version }))
      return record && isWanted(record, wanted) ? this.reference(record) : undefined
    }
    const fitting: Reference[] = []
    for (const name of await this.recordNames()) {
      const record = await this.recordOf(name)
      if (record && isWanted(record, wanted)) fitting.push(this.reference(record))
    }
    return onlyOne(fitting, this.place)
  }

  async fetch(reference: Reference, folder: string, signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted()
    const target = join(folder, archiveName(reference))
    try {
      await copyFile(join(this.folder, reference.id), target, constants.COPYFILE_FICLONE)
      for (const { path, ending } of await companionsOf(join(this.folder, reference.id))) {
        await copyFile(path, `${target}${ending}`)
      }
      return target
    } catch (error) {
      await rm(target, { force: true })
      throw new UserError(
        'store_unreadable',
        `Cannot read ${reference.id} from ${this.folder}: ${messageOf(error)}`,
        {
          remedy: 'Store the archive again with changeover package --store.',
          cause: error,
        },
      )
    }
  }

  /** Another run was faster. If its archive has other bytes, remove ours. */
  private async afterAnother(release: StoredRelease, ours: string): Promise<Reference> {
    const record = await this.recordOf(recordName(release))
    if (record && record.archive !== ours) {
      const archive = join(this.folder, ours)
      for (const { path } of await companionsOf(archive)) await rm(path, { force: true })
      await rm(archive, { force: true })
    }
    if (record) return this.kept(record, release)
    throw this.corrupt(recordName(release), 'it was removed while it was read')
  }

  private kept(record: FolderRecord, release: StoredRelease): Reference {
    refuseOther([record], release, this.place)
    return this.reference(record)
  }

  private async recordNames(): Promise<string[]> {
    try {
      return (await readdir(this.folder))
        .filter((name) => /^[^.].*\.json$/.test(name) && !name.includes('.tar.gz.'))
        .sort()
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return []
      throw this.unreadable(error)
    }
  }

  private async recordOf(name: string): Promise<FolderRecord | undefined> {
    let text: string
    try {
      text = await readFile(join(this.folder, name), 'utf8')
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined
      throw this.unreadable(error)
    }
    const record = parseRecord(text)
    if (record === undefined) return undefined // another file of the user
    if (record && recordName(record) === name) return record
    throw this.corrupt(name, 'it is not a record of a release')
  }

  private reference(record: FolderRecord): Reference {
    const url = pathToFileURL(join(this.folder, record.archive)).href
    return { ...only(record), id: record.archive, url }
  }

  private unreadable(error: unknown): UserError {
    return new UserError('store_unreadable', `Cannot read ${this.folder}: ${messageOf(error)}`, {
      remedy: 'Give this user read access to the folder, or choose another store.',
      cause: error,
    })
  }

  private corrupt(name: string, why: string): UserError {
    return new UserError('store_corrupt', `${join(this.folder, name)} is damaged: ${why}.`, {
      remedy: 'Remove it, and package the release again from the same commit.',
    })
  }
}

/** Parse a record. `undefined` for any other file, `null` for a damaged record. */
function parseRecord(text: string): FolderRecord | undefined | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return text.includes('changeover/stored_release/') ? null : undefined
  }
  if (typeof data !== 'object' || data === null || !('schema' in data)) return undefined
  if (data.schema !== 'changeover/stored_release/v1') return undefined
  const { name, version, digest, archive } = data as Record<string, unknown>
  const release = storedRelease(name, version, digest)
  if (!release || typeof archive !== 'string' || !/^[A-Za-z0-9][\w.+-]*\.tar\.gz$/.test(archive)) return null
  return { schema: 'changeover/stored_release/v1', ...release, archive }
}

function recordName({ name, version }: Pick<StoredRelease, 'name' | 'version'>): string {
  return `${name}-${version}.json`
}

function only({ name, version, digest }: StoredRelease): StoredRelease {
  return { name, version, digest }
}

/** Copy a file so that it appears under its name only when it is complete. */
async function copyWhole(from: string, temporary: string, to: string): Promise<void> {
  await copyFile(from, temporary, constants.COPYFILE_FICLONE)
  await onDisk(temporary)
  await rename(temporary, to)
}

/** Wait until the bytes are on the disk. */
async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
