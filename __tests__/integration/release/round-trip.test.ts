import { lstat, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildRelease } from '../../../src/release/build.js'
import { openRelease, unpackRelease } from '../../../src/release/open.js'
import { collision, escapingLink } from '../../../src/release/paths.js'
import { type FileSpec, makeRepository } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

const name = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }),
    fc.constantFrom(
      '-rf',
      ' ',
      '...',
      '~',
      '*',
      '$HOME',
      '"',
      "'",
      '#',
      '%2e%2e',
      'ß',
      'x'.repeat(255),
      '.gitignored',
    ),
  )
  .filter((text) => !/[/\\\0-\x1f\x7f]/.test(text) && !/^(?:\.{1,2}|\.git.*|changeover\.yml)$/i.test(text))
  .filter((text) => Buffer.byteLength(text) <= 255)
const path = fc.array(name, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'))
const content = fc.oneof(
  fc.uint8Array({ maxLength: 600 }).map((bytes): FileSpec => Buffer.from(bytes)),
  fc.constant<FileSpec>(''),
  fc.nat({ max: 400_000 }).map((length): FileSpec => Buffer.alloc(length, 'changeover\n')),
  fc.string({ maxLength: 50 }).map((text): FileSpec => ({ text, executable: true })),
  path.filter((target) => Buffer.byteLength(target) < 1000).map((link): FileSpec => ({ link })),
)
const tree = fc
  .dictionary(path, content, { maxKeys: 12 })
  .map((files): Record<string, FileSpec> => ({ ...files, 'changeover.yml': 'version: 1\nname: random\n' }))
  .filter(
    (files) => collision(Object.keys(files)) === undefined && escapingLink(linksOf(files)) === undefined,
  )

function linksOf(files: Record<string, FileSpec>): Map<string, string> {
  return new Map(
    Object.entries(files).flatMap(([at, spec]) =>
      typeof spec === 'object' && 'link' in spec ? [[at, spec.link] as const] : [],
    ),
  )
}

test('unpacks what was packaged, for any tree', async () => {
  const all = await temporaryFolder()
  await fc.assert(
    fc.asyncProperty(tree, async (files) => {
      const folder = await mkdtemp(join(all, 'tree-'))
      try {
        const repository = await makeRepository(await mkdtemp(join(folder, 'repository-')), files)
        const output = join(folder, 'output')
        const result = await buildRelease({ folder: repository, version: '1', output })
        const unpacked = join(folder, 'unpacked')
        await unpackRelease(await openRelease(result.path, result.digest), unpacked)
        expect(await contentOf(unpacked)).toEqual(await contentOf(repository))
      } finally {
        await rm(folder, { recursive: true })
      }
    }),
    { numRuns: 40 },
  )
})

/** Each file below a folder: its type, whether it is executable, and its content. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const at = join(entry.parentPath, entry.name)
    const inside = at.slice(folder.length + 1)
    if (entry.isDirectory() || inside.startsWith('.git/')) continue
    if (entry.isSymbolicLink()) found[inside] = `link ${await readlink(at)}`
    else {
      const mode = ((await lstat(at)).mode & 0o111) === 0 ? 'file' : 'executable'
      found[inside] = `${mode} ${(await readFile(at)).toString('base64')}`
    }
  }
  return found
}
