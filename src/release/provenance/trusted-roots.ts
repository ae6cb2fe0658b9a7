import { readFile } from 'node:fs/promises'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { messageOf, UserError } from '../../platform/errors.js'
import { jsonDocuments } from './beside.js'

/** The largest file of roots that is read, in bytes. */
const MAX_BYTES = 4 * 1024 * 1024
/** Where the keys come from that everything else is trusted for. */
export interface RootSource {
  /** A file, so that nothing is asked over the network. */
  file?: string | undefined
  /** Another mirror of the public root; for tests. */
  mirror?: string
  /** Where the public root is kept between runs. */
  cache?: string
}

/**
 * The roots that signatures are held to: those of the file, or those of Sigstore's public instance, fetched and
 * verified by The Update Framework.
 *
 * A file holds a trusted root as JSON, or one a line, as `gh attestation trusted-root` prints them.
 *
 * @throws UserError `trusted_root_unreadable`, `trusted_root_unavailable`
 */
export async function trustedRoots(source: RootSource): Promise<TrustedRoot[]> {
  if (source.file !== undefined) return rootsOf(source.file)
  // a module of ours, which imports the client as a whole: of a CommonJS package a bundle has no names to import late
  const { publicRoot } = await import('./public-root.js')
  return [await publicRoot(source)]
}

async function rootsOf(file: string): Promise<TrustedRoot[]> {
  try {
    const text = await readFile(file, 'utf8')
    if (text.length > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`)
    const roots = jsonDocuments(text).map((root) => TrustedRoot.fromJSON(root))
    if (roots.every(({ certificateAuthorities }) => certificateAuthorities.length === 0)) {
      throw new Error('it names no certificate authority')
    }
    return roots
  } catch (error) {
    throw new UserError(
      'trusted_root_unreadable',
      `Cannot use the trusted root ${file}: ${messageOf(error)}.`,
      {
        remedy: 'Make the file with: gh attestation trusted-root > trusted-root.jsonl',
        cause: error,
      },
    )
  }
}
