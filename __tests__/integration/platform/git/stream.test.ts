import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { GitError } from '../../../../src/platform/git/git.js'
import { streamBlobs } from '../../../../src/platform/git/stream.js'
import { makeRepository, testGit } from '../../../support/repository.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporaryFolder = temporaryFolders()

const CONTENTS = [
  Buffer.from('one\n'),
  Buffer.alloc(0),
  Buffer.alloc(3_000_000, 'two\nlines\n'),
  Buffer.from([0, 10, 255]),
]

async function repositoryWithBlobs(): Promise<{ root: string; ids: string[] }> {
  const root = await makeRepository(await temporaryFolder(), { a: 'a' })
  const ids: string[] = []
  for (const [index, content] of CONTENTS.entries()) {
    const file = join(root, `blob-${index}`)
    await writeFile(file, content)
    ids.push(await testGit(root, 'hash-object', '-w', '--no-filters', file))
  }
  return { root, ids }
}

async function read(root: string, ids: readonly string[]): Promise<Buffer[]> {
  const found: Buffer[] = []
  for await (const { size, content } of streamBlobs(root, ids)) {
    const pieces: Buffer[] = []
    for await (const piece of content) pieces.push(piece)
    found.push(Buffer.concat(pieces))
    expect(found.at(-1)?.length).toBe(size)
  }
  return found
}

test('streams blobs of any size in the order of the ids', async () => {
  const { root, ids } = await repositoryWithBlobs()
  const order = [3, 2, 1, 0, 2]
  const found = await read(
    root,
    order.map((index) => ids[index] ?? ''),
  )
  expect(found.map((content, at) => content.equals(CONTENTS[order[at] ?? -1] ?? Buffer.from('?')))).toEqual(
    order.map(() => true),
  )
  expect(await read(root, [])).toEqual([])
})

test('throws for a missing object and for an object that is not a blob', async () => {
  const { root, ids } = await repositoryWithBlobs()
  await expect(read(root, [ids[0] ?? '', '0'.repeat(40)])).rejects.toThrow(
    /0{40} is missing, expected a blob/,
  )
  const tree = await testGit(root, 'rev-parse', 'HEAD^{tree}')
  await expect(read(root, [tree])).rejects.toThrow(/is tree, expected a blob/)
  await expect(read(await temporaryFolder(), [ids[0] ?? ''])).rejects.toBeInstanceOf(GitError)
})

test('a reader can stop early', async () => {
  const { root, ids } = await repositoryWithBlobs()
  for await (const { size } of streamBlobs(root, [...ids, ...ids])) {
    expect(size).toBe(4)
    break
  }
})
