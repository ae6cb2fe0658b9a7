import { UserError } from '../../platform/errors.js'
import { nearest } from '../../platform/nearest.js'
import type { Wanted } from './store.js'

/** The address of a store, as `release.store` and `--store` name it. */
export type StoreAddress =
  | { kind: 'file'; path: string }
  /** `repository` is `owner/name`; default: that of the workflow. */
  | { kind: 'github-artifact'; repository: string | undefined }
  | { kind: 'github-release'; repository: string | undefined }
  | { kind: 'oci'; registry: string; repository: string }

/** The value of `--release`: an archive, or what to find in which store. */
export type ReleaseName = { file: string } | { wanted: Wanted; store: string | undefined }

const KINDS = ['file', 'github-artifact', 'github-release', 'oci'] as const
const DIGEST = /^sha256:[0-9a-f]{64}$/
const VERSION = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/
const ARCHIVE = /\.(tar\.gz|tgz)$/

/** @throws UserError `bad_store_address` */
export function parseStoreAddress(text: string): StoreAddress {
  const [, scheme, rest = ''] = /^([a-z][a-z-]*):(.*)$/s.exec(text) ?? []
  if (scheme === undefined) return { kind: 'file', path: present(text, text) }
  switch (scheme) {
    case 'file':
      return { kind: 'file', path: present(rest.replace(/^\/\/(?=\/)/, ''), text) }
    case 'github-artifact':
    case 'github-release':
      return { kind: scheme, repository: gitHubRepository(rest, text) }
    case 'oci':
      return { kind: 'oci', ...ociRepository(rest, text) }
    default:
      throw bad(text, nearest(scheme, KINDS))
  }
}

/**
 * Parse the value of `--release`: the path of an archive, a version, a digest, `STORE#VERSION` or `STORE#DIGEST`.
 *
 * @throws UserError `bad_release_name`
 */
export function parseReleaseName(text: string): ReleaseName {
  if (DIGEST.test(text)) return { wanted: { digest: text }, store: undefined }
  const hash = text.lastIndexOf('#')
  const after = text.slice(hash + 1)
  if (hash > 0 && !ARCHIVE.test(after) && !after.includes('/')) {
    return { wanted: wantedOf(after, text), store: text.slice(0, hash) }
  }
  if (text.startsWith('file:')) return { file: text.slice('file:'.length).replace(/^\/\/(?=\/)/, '') }
  if (text.includes('/') || ARCHIVE.test(text) || !VERSION.test(text)) return { file: text }
  return { wanted: { version: text }, store: undefined }
}

function wantedOf(text: string, whole: string): Wanted {
  if (DIGEST.test(text)) return { digest: text }
  if (VERSION.test(text)) return { version: text }
  throw new UserError(
    'bad_release_name',
    `"${whole}" does not name a release: "${text}" is neither a version nor a digest.`,
    {
      remedy: 'Use STORE#VERSION or STORE#sha256:…, a version, a digest, or the path of an archive.',
    },
  )
}

function present(path: string, whole: string): string {
  if (path !== '' && !path.includes('\0')) return path
  throw bad(whole)
}

function gitHubRepository(text: string, whole: string): string | undefined {
  if (text === '') return undefined
  if (/^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/.test(text)) return text
  throw bad(whole)
}

function ociRepository(text: string, whole: string): { registry: string; repository: string } {
  const host = '[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?'
  const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
  const match = new RegExp(`^//(${host}|\\[[0-9a-f:]+\\](?::[0-9]{1,5})?)/(${part}(?:/${part})*)$`).exec(text)
  const [, registry, repository] = match ?? []
  if (registry === undefined || repository === undefined) throw bad(whole)
  return { registry, repository }
}

function bad(text: string, meant?: string): UserError {
  const hint = meant === undefined ? '' : `Did you mean "${meant}:"? `
  return new UserError('bad_store_address', `"${text}" is not the address of a store.`, {
    remedy: `${hint}Use file:FOLDER, github-artifact:, github-release:, github-release:OWNER/NAME or oci://REGISTRY/REPOSITORY.`,
  })
}
