import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { parseYaml } from '../../../yaml/parse.js'
import type { Range } from '../../../yaml/source.js'
import type { Definition, Unreadable } from '../definition.js'
import type { Kind } from '../finding.js'
import { unreadableFile } from './list.js'
import { isYaml, recognize, recognizeText } from './recognize.js'
import { filledTemplate, isTemplate } from './template.js'

/** The maximum size of a definition, in bytes. */
export const MAX_BYTES = 10 * 1024 * 1024

const FILE_START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
const VAULT = /^\$ANSIBLE_VAULT\b/

/**
 * Read one file and recognize its kind.
 *
 * No content makes it throw: `unread` states why content was not read. The result is `undefined` for a file that only
 * has the extension of a definition (a dotenv file, another tool's `.template`).
 *
 * @param absolute the path to read
 * @param path the path in findings
 * @throws UserError `file_unreadable`
 */
export function readDefinition(absolute: string, path: string): Definition | undefined {
  let bytes: Uint8Array | undefined
  try {
    bytes = readAtMost(absolute, MAX_BYTES)
  } catch (error) {
    throw unreadableFile(path, error)
  }
  return bytes ? definitionOf(bytes, path) : tooLarge(path)
}

/** The definition for a file of more than {@link MAX_BYTES}. */
export function tooLarge(path: string): Definition | undefined {
  return unreadable(path, { reason: 'too-large', range: FILE_START })
}

/** The text of a file; `undefined` when it is not text or too large. */
export function readText(absolute: string): string | undefined {
  const bytes = readAtMost(absolute, MAX_BYTES)
  const text = bytes && decode(bytes)
  return typeof text === 'string' ? text : undefined
}

/** As {@link readDefinition}, from bytes. */
export function definitionOf(bytes: Uint8Array, path: string): Definition | undefined {
  const decoded = decode(bytes)
  if (typeof decoded !== 'string') return unreadable(path, decoded)
  if (VAULT.test(decoded)) return vaulted(path, decoded)
  if (!isYaml(path, decoded)) return plainText(path, decoded)

  const yaml = parseYaml(decoded)
  if (isTemplate(path, yaml)) return template(path, decoded)
  return { path, kind: recognize(path, decoded, yaml), text: decoded, yaml, unread: undefined }
}

function plainText(path: string, text: string): Definition | undefined {
  const kind = recognizeText(path, text)
  return kind && { path, kind, text, yaml: undefined, unread: undefined }
}

/** An encrypted file is recognized by its name, and its content is not checked. */
function vaulted(path: string, text: string): Definition | undefined {
  return isYaml(path, undefined) ? { path, kind: 'yaml', text, yaml: undefined, unread: 'vault' } : undefined
}

/** Kinds whose files may be Jinja templates under the name of the definition. */
const TEMPLATED_KINDS: ReadonlySet<Kind> = new Set(['openstack_ansible', 'kolla_ansible', 'ansible'])

function template(path: string, text: string): Definition {
  const yaml = filledTemplate(path, text)
  const kind = yaml ? recognize(path, text, yaml) : 'yaml'
  if (yaml && TEMPLATED_KINDS.has(kind)) return { path, kind, text, yaml, unread: undefined, templated: true }
  return { path, kind: 'yaml', text, yaml: undefined, unread: 'template' }
}

/** A shared buffer for small files, one after the other. */
const room = Buffer.allocUnsafeSlow(64 * 1024)

/** @returns the bytes of the file, valid until the next file is read, or `undefined` when there are more than `limit` */
function readAtMost(path: string, limit: number): Uint8Array | undefined {
  // if the file was replaced by a pipe meanwhile, this does not wait for a writer
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { size } = fstatSync(file)
    if (size > limit) return undefined
    // a file that grows meanwhile is read only up to its previous size
    const buffer = size <= room.length ? room : Buffer.allocUnsafe(size)
    let length = 0
    while (length < size) {
      const count = readSync(file, buffer, length, size - length, null)
      if (count === 0) break
      length += count
    }
    return buffer.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function unreadable(path: string, unread: Unreadable): Definition | undefined {
  return isYaml(path, undefined)
    ? { path, kind: recognize(path, '', undefined), text: '', yaml: undefined, unread }
    : undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The decoded text, without a byte order mark. */
function decode(bytes: Uint8Array): string | Unreadable {
  const zero = bytes.indexOf(0)
  if (zero !== -1) return { reason: 'binary', range: placeOf(bytes, zero) }
  try {
    return utf8.decode(bytes)
  } catch {
    return { reason: 'encoding', range: placeOf(bytes, firstInvalid(bytes)) }
  }
}

/** The offset of the first invalid byte. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  // the longest valid prefix; `stream` allows it to end within a character
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isUtf8Beginning(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

function isUtf8Beginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The line and column of the character that the byte at `offset` is in. */
function placeOf(bytes: Uint8Array, offset: number): Range {
  // `stream` omits an incomplete character at the end
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true })
  const line = before.split('\n').length
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1
  return { start: { line, column }, end: { line, column: column + 1 } }
}
