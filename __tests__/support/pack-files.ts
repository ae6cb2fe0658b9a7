import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { StreamedBlob } from '../../src/platform/git/stream.js'
import { digestOf, type ReleaseDocument } from '../../src/release/document.js'
import { writeArchive } from '../../src/release/write-archive.js'

/**
 * Write a release of these files, as `package` does with those of a commit, but without Git.
 *
 * @param output the folder of the archive; it is created
 * @param files the text of each, by its path; `changeover.yml` is one of them
 * @returns the path of the archive
 */
export async function packFiles(
  output: string,
  version: string,
  files: Readonly<Record<string, string>> & { 'changeover.yml': string },
): Promise<string> {
  const { name } = load(files['changeover.yml']) as { name: string }
  const paths = Object.keys(files).sort()
  const contents = paths.map((path) => Buffer.from(files[path] ?? ''))
  const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
  const content: Omit<ReleaseDocument, 'digest'> = {
    schema: 'changeover/release/v1',
    name,
    version,
    commit: createHash('sha1')
      .update(`${version}\n${contents.map(sha256)}`)
      .digest('hex'),
    committed_at: '2026-11-01T12:00:00.000Z',
    repository: null,
    findings: null,
    files: paths.map((path, index) => {
      const content = contents[index] ?? Buffer.alloc(0)
      return { path, type: 'file', executable: false, size: content.length, sha256: sha256(content) }
    }),
  }
  await mkdir(output, { recursive: true })
  const archive = join(output, `${name}-${version}.tar.gz`)
  await writeArchive(archive, { ...content, digest: digestOf(content) }, blobsOf(contents))
  return archive
}

async function* blobsOf(contents: readonly Buffer[]): AsyncIterable<StreamedBlob> {
  for (const content of contents) {
    yield {
      size: content.length,
      content: (async function* () {
        yield content
      })(),
    }
  }
}
