import { constants } from 'node:fs'
import { access, open, readFile, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { messageOf } from '../../../platform/errors.js'
import { writeFileAtomic } from '../../../platform/files.js'
import { RouterError } from '../router.js'

/** A file that HAProxy reads at a reload, on the machine that holds it. Texts are bytes (latin1). */
export interface NodeFile {
  /** The machine; two files with the same host and path are one. */
  readonly host: string
  /** Make sure that the file can be replaced. Changes nothing. @returns its path without symbolic links */
  locate(): Promise<string>
  read(path: string): Promise<string>
  /** Replace it in one step. */
  write(path: string, content: string): Promise<void>
}

/** A file of this machine. All methods throw RouterError that names `node`. */
export function localFile(node: string, path: string): NodeFile {
  return {
    host: '',
    async locate() {
      try {
        // A symbolic link must stay one: the file that it leads to is the one that is replaced.
        const file = await realpath(path)
        await (await open(file, 'r+')).close()
        await access(dirname(file), constants.W_OK)
        return file
      } catch (error) {
        throw notReplaceable(node, path, messageOf(error), error)
      }
    },
    async read(file) {
      try {
        return await readFile(file, 'latin1')
      } catch (error) {
        throw new RouterError('router_misconfigured', node, `cannot read ${file}: ${messageOf(error)}`)
      }
    },
    async write(file, content) {
      try {
        await writeFileAtomic(file, Buffer.from(content, 'latin1'))
      } catch (error) {
        throw notWritten(node, file, messageOf(error), error)
      }
    },
  }
}

export function notReplaceable(node: string, path: string, why: string, cause?: unknown): RouterError {
  return new RouterError('router_misconfigured', node, `${path} cannot be replaced: ${why}`, {
    remedy: `Let the user that runs this write ${path} and its folder; without it a reload of HAProxy would undo the shift.`,
    cause,
  })
}

export function notWritten(node: string, path: string, why: string, cause?: unknown): RouterError {
  return new RouterError('shift_failed', node, `cannot write ${path}: ${why}`, { cause })
}
