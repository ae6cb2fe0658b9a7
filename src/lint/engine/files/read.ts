import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { parseYaml } from '../../../yaml/parse.js'
import type { Range } from '../../../yaml/source.js'
import type { Definition, Unreadable } from '../definition.js'
import type { Kind } from '../finding.js'
import { unreadableFile } from './list.js'
import { isYaml, recognize, recognizeText } from './recognize.js'
import { filledTemplate, isTemplate } from './template.js'

/** The largest definition that is read, in bytes. */
export const MAX_BYTES = 10 * 1024 * 1024

const FILE_START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
const VAULT = /^\$ANSIBLE_VAULT\b/

/**
 * Read one file and recognize what it is.
 *
 * Content never makes it throw: what cannot be read is said in `unread`. A file that only shares its extension
 * with definitions (a dotenv file, some other tool's `.template`) is `undefined`.
 *
 * @param absolute where the file is
 * @param path how findings call it
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

/** What a file is that has more than {@link MAX_BYTES}. */
export function tooLarge(path: string): Definition | undefined {
  return unreadable(path, { reason: 'too-large', range: FILE_START })
}

/** A file's text as definitions have it; `undefined` when it cannot be read as text. */
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

/** An encrypted file is what its name says; nothing can be said about its content. */
function vaulted(path: string, text: string): Definition | undefined {
  return isYaml(path, undefined) ? { path, kind: 'yaml', text, yaml: undefined, unread: 'vault' } : undefined
}

/** Kinds whose files people write as Jinja templates that keep the definition's name. */
const TEMPLATED_KINDS: ReadonlySet<Kind> = new Set(['openstack_ansible', 'kolla_ansible', 'ansible'])

function template(path: string, text: string): Definition {
  const yaml = filledTemplate(path, text)
  const kind = yaml ? recognize(path, text, yaml) : 'yaml'
  if (yaml && TEMPLATED_KINDS.has(kind)) return { path, kind, text, yaml, unread: undefined, templated: true }
  return { path, kind: 'yaml', text, yaml: undefined, unread: 'template' }
}

/** Takes the bytes of one file after the other, as long as they fit; nobody keeps them. */
const room = Buffer.allocUnsafeSlow(64 * 1024)

/** @returns the file's bytes, which are good until the next file is read, or `undefined` when there are more than `limit` */
function readAtMost(path: string, limit: number): Uint8Array | undefined {
  // it was a regular file a moment ago; should it be a pipe now, this does not wait for a writer
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { size } = fstatSync(file)
    if (size > limit) return undefined
    // no more than it says: a file that grows meanwhile is read no further, one that shrinks is shorter
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

/** The text in the bytes, without the byte order mark. */
function decode(bytes: Uint8Array): string | Unreadable {
  const zero = bytes.indexOf(0)
  if (zero !== -1) return { reason: 'binary', range: placeOf(bytes, zero) }
  try {
    return utf8.decode(bytes)
  } catch {
    return { reason: 'encoding', range: placeOf(bytes, firstInvalid(bytes)) }
  }
}

/** Offset of the first byte that cannot go on what comes before it. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  // the longest valid beginning; `stream` lets it end within a character
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
  // `stream` leaves out the beginning of a character that does not go on
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true })
  const line = before.split('\n').length
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1
  return { start: { line, column }, end: { line, column: column + 1 } }
}
