import { createHash } from 'node:crypto'
import { UserError } from '../platform/errors.js'

/** The name of the list inside an archive; it is the first entry. */
export const RELEASE_MANIFEST = 'manifest.json'
/** The folder inside an archive that holds the definitions. */
export const FILES_FOLDER = 'files/'

/** One definition in a release. */
export interface ReleaseFile {
  /** Relative to the repository, with `/`. */
  path: string
  type: 'file' | 'symlink'
  executable: boolean
  /** Bytes; for a symlink, of its target's text. */
  size: number
  /** Hexadecimal SHA-256 of the content; for a symlink, of its target's text. */
  sha256: string
}

/** `manifest.json`: what a release holds and where it comes from. Schema: schemas/release.schema.json. */
export interface ReleaseManifest {
  schema: 'changeover/release/v1'
  name: string
  version: string
  /** The commit that was packaged, and when it was made (ISO 8601, UTC). */
  commit: string
  committed_at: string
  /** Where it was cloned from, without credentials; `null` for a repository without a remote. */
  repository: string | null
  /** Sorted by path, in code unit order. */
  files: ReleaseFile[]
  /** `sha256:…`: the identity of the release, see {@link digestOf}. */
  digest: string
}

/**
 * The digest of a release: SHA-256 over its manifest in canonical JSON (sorted keys, no spaces) without the
 * digest itself. The manifest lists each file's SHA-256, so one digest covers every byte, and how the archive
 * is compressed changes nothing.
 */
export function digestOf(manifest: Omit<ReleaseManifest, 'digest'>): string {
  const { digest: _own, ...content } = manifest as ReleaseManifest
  return `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`
}

/** @throws UserError `invalid_version` */
export function checkVersion(version: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(version)) return version
  throw new UserError('invalid_version', `"${version}" cannot be a version.`, {
    remedy: 'Use up to 64 letters, digits, dots, dashes, underscores and plus signs, for example 2026.11.1.',
  })
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
