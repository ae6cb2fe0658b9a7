import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { systemCode, UserError } from '../../platform/errors.js'

/** The hexadecimal SHA-256 of a file's bytes. @throws UserError `release_missing` */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    throw new UserError('release_missing', `There is no release ${path}.`, {
      remedy: 'Make one with: changeover package --version VERSION',
      cause: error,
    })
  }
  return hash.digest('hex')
}
