import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { TlsSettings } from '../../../generated/manifest.js'
import { messageOf, UserError } from '../../platform/errors.js'
import type { TlsTrust } from '../../platform/http.js'

const MAX_BYTES = 4 * 1024 * 1024

/**
 * The certificates that a probe trusts. Files are relative to the release.
 *
 * @throws UserError `probe_ca_unreadable`
 */
export async function readTrust(tls: TlsSettings | undefined, folder: string): Promise<TlsTrust | undefined> {
  if (!tls) return undefined
  return {
    ...(tls.ca === undefined ? {} : { ca: await readCertificates(resolve(folder, tls.ca)) }),
    ...(tls.server_name === undefined ? {} : { serverName: tls.server_name }),
  }
}

/** @throws UserError `probe_ca_unreadable` */
export async function readCertificates(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8')
    if (text.length > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`)
    new X509Certificate(text) // Node ignores invalid certificates, and then trusts none
    return text
  } catch (error) {
    throw new UserError(
      'probe_ca_unreadable',
      `${path} does not contain valid certificates: ${messageOf(error)}`,
      {
        remedy:
          'Give a file with the certificates of the authority in PEM; a relative path starts in the release.',
        cause: error,
      },
    )
  }
}
