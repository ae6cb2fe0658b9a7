import { createHash } from 'node:crypto'
import { UserError } from '../platform/errors.js'

/** The name of the document in an archive. It is the first entry. */
export const RELEASE_DOCUMENT = 'release.json'
/** The folder of the definitions in an archive. */
export const FILES_FOLDER = 'files/'
/** The maximum size of a release's files, uncompressed, in bytes. */
export const MAX_RELEASE_BYTES = 1024 ** 3
/** The maximum number of files in a release. schemas/release.schema.json has the same limit. */
export const MAX_RELEASE_FILES = 100_000

/** One definition in a release. */
export interface ReleaseFile {
  /** Relative to the repository, with `/`. */
  path: string
  type: 'file' | 'symlink'
  executable: boolean
  /** Bytes of the content; for a symlink, of its target. */
  size: number
  /** Hexadecimal SHA-256 of the content; for a symlink, of its target. */
  sha256: string
}

/** The number of findings of each severity when the release was packaged. */
export interface FindingCounts {
  errors: number
  warnings: number
  notices: number
}

/** The differences between two lists of files, by path. */
export interface FileChanges {
  added: string[]
  changed: string[]
  removed: string[]
}

/** The previous release, and the changes since. */
export interface PreviousRelease {
  version: string
  digest: string
  changes: FileChanges
}

/** `release.json`: the files of a release and their origin. Schema: schemas/release.schema.json. */
export interface ReleaseDocument {
  schema: 'changeover/release/v1'
  name: string
  version: string
  /** The packaged commit and its time (ISO 8601, UTC). */
  commit: string
  committed_at: string
  /** Present only when the release contains uncommitted changes of tracked files. */
  dirty?: true
  /** The address of the repository, without credentials; `null` for a repository without a remote. */
  repository: string | null
  /** Number of definitions of each kind. Absent when `validate` was skipped. */
  kinds?: Record<string, number>
  /** What `validate` found; `null` when it was skipped. */
  findings: FindingCounts | null
  /** The OpenStack release that `validate` assumed. Absent when it was skipped. */
  openstack_release?: string
  /** Present only when the previous release was given. */
  previous?: PreviousRelease
  /** Sorted by path, in the order of UTF-16 code units. */
  files: ReleaseFile[]
  /** `sha256:…`: the identity of the release, see {@link digestOf}. */
  digest: string
}

/**
 * The digest of a release: SHA-256 of its document in canonical JSON (sorted keys, no spaces), without the digest itself.
 * The document has the SHA-256 of each file, so that the digest covers every byte. The compression of the archive does
 * not change it.
 */
export function digestOf(document: Omit<ReleaseDocument, 'digest'>): string {
  const { digest: _own, ...content } = document as ReleaseDocument
  return `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`
}

/** Compare the files of two releases, by content and mode. */
export function changedFiles(before: readonly ReleaseFile[], after: readonly ReleaseFile[]): FileChanges {
  const old = new Map(before.map((file) => [file.path, file]))
  const changes: FileChanges = { added: [], changed: [], removed: [] }
  for (const file of after) {
    const was = old.get(file.path)
    old.delete(file.path)
    if (!was) changes.added.push(file.path)
    else if (was.sha256 !== file.sha256 || was.executable !== file.executable || was.type !== file.type) {
      changes.changed.push(file.path)
    }
  }
  changes.removed.push(...old.keys())
  return changes
}

/** @throws UserError `invalid_version` */
export function checkVersion(version: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(version)) return version
  throw new UserError('invalid_version', `"${version}" is not a valid version.`, {
    remedy:
      'Use at most 64 letters, digits, dots, dashes, underscores and plus signs, for example 2026.11.1.',
  })
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
