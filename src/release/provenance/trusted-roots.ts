import { readFile } from 'node:fs/promises'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { messageOf, UserError } from '../../platform/errors.js'
import { jsonDocuments } from './beside.js'
import { publicRoot } from './public-root.js'

/** The maximum size of a file of roots, in bytes. */
const MAX_BYTES = 4 * 1024 * 1024
/** The source of the trusted roots. */
export interface RootSource {
  /** A file. With it, no request is sent. */
  file?: string | undefined
  /** Another mirror of the public root; for tests. */
  mirror?: string
  /** The folder that caches the public root. */
  cache?: string
}

/**
 * The trusted roots for signatures: those of the file, or that of Sigstore's public instance, which The Update Framework
 * fetches and verifies.
 *
 * A file has a trusted root as JSON, or one per line, as `gh attestation trusted-root` prints them.
 *
 * @throws UserError `trusted_root_unreadable`, `trusted_root_unavailable`
 */
export async function trustedRoots(source: RootSource): Promise<TrustedRoot[]> {
  if (source.file !== undefined) return rootsOf(source.file)
  return [await publicRoot(source)]
}

async function rootsOf(file: string): Promise<TrustedRoot[]> {
  try {
    const text = await readFile(file, 'utf8')
    if (text.length > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`)
    const roots = jsonDocuments(text).map((root) => TrustedRoot.fromJSON(root))
    if (roots.every(({ certificateAuthorities }) => certificateAuthorities.length === 0)) {
      throw new Error('it has no certificate authority')
    }
    return roots
  } catch (error) {
    throw new UserError(
      'trusted_root_unreadable',
      `Cannot use the trusted root ${file}: ${messageOf(error)}.`,
      {
        remedy: 'Create the file with: gh attestation trusted-root > trusted-root.jsonl',
        cause: error,
      },
    )
  }
}
