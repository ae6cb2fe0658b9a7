import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { extract, type Header, pack } from 'tar-stream'
import { digestOf, type ReleaseDocument } from '../../src/release/document.js'
import { build } from './release.js'
import type { FileSpec } from './repository.js'

export type Entry = { header: Header; content: Buffer }

/** What somebody does to an archive; `undefined` leaves the entries as they are. */
export type Change = (entries: Entry[], document: ReleaseDocument) => Entry[] | undefined

/** A release's archive with its entries, or its list, changed; a changed list gets a digest that fits. */
export async function tampered(
  temporaryFolder: () => Promise<string>,
  change: Change,
  files?: Record<string, FileSpec>,
): Promise<string> {
  const { result, output } = await build(temporaryFolder, files)
  const entries = await entriesOf(gunzipSync(await readFile(result.path)))
  const document = JSON.parse(String(entries[0]?.content)) as ReleaseDocument
  const before = JSON.stringify(document)
  const changed = change(entries, document) ?? entries
  if (JSON.stringify(document) !== before && changed[0]) {
    changed[0].content = Buffer.from(JSON.stringify({ ...document, digest: digestOf(document) }))
  }
  const path = join(output, 'tampered.tar.gz')
  await writeFile(path, gzipSync(await tarOf(changed)))
  return path
}

export async function entriesOf(tar: Buffer): Promise<Entry[]> {
  const reader = extract()
  reader.end(tar)
  const entries: Entry[] = []
  for await (const entry of reader) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    entries.push({ header: entry.header, content: Buffer.concat(chunks) })
  }
  return entries
}

export async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack()
  for (const { header, content } of entries) tar.entry({ ...header, size: content.length }, content)
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export function named(entries: readonly Entry[], name: string): Entry {
  const found = entries.find((entry) => entry.header.name === name)
  if (!found) throw new Error(`no entry ${name}`)
  return found
}
