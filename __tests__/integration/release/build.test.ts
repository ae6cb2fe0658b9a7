import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { buildRelease } from '../../../src/release/build.js'
import { openRelease, unpackRelease } from '../../../src/release/open.js'
import { build as buildIn, FILES } from '../../support/release.js'
import { commitAll, type FileSpec, testGit, writeFiles } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const build = (files?: Record<string, FileSpec>, version?: string) => buildIn(temporaryFolder, files, version)

async function add(repository: string, files: Record<string, FileSpec>): Promise<void> {
  await writeFiles(repository, files)
  await commitAll(repository, 'more')
}

describe('package', () => {
  test('contains every tracked file with its mode, and nothing else', async () => {
    const { repository, result } = await build()
    await writeFile(join(repository, 'untracked.txt'), 'not mine')
    const { document } = await openRelease(result.path)
    expect(document.files.map(({ path, type, executable }) => [path, type, executable])).toEqual([
      ['.hidden', 'file', false],
      ['changeover.yml', 'file', false],
      ['db/expand.sh', 'file', true],
      ['heat/app.yaml', 'file', false],
      ['heat/latest.yaml', 'symlink', false],
      ['ümläut und leer.txt', 'file', false],
    ])
    expect(result).toMatchObject({
      outcome: 'packaged',
      name: 'region-one',
      version: '1.0.0',
      files: 6,
      digest: document.digest,
    })
    expect(document).toMatchObject({
      commit: await testGit(repository, 'rev-parse', 'HEAD'),
      committed_at: '2026-11-01T12:00:00.000Z',
      repository: null,
    })
  })

  test('gives the same bytes for the same commit with any clock, umask and file times', async () => {
    const first = await build()
    const old = process.umask(0o077)
    try {
      const second = await build()
      await utimes(join(second.repository, 'changeover.yml'), 0, 0)
      await testGit(second.repository, 'status')
      const again = await buildRelease({
        folder: second.repository,
        version: '1.0.0',
        output: await temporaryFolder(),
      })
      expect((await readFile(again.path)).equals(await readFile(first.result.path))).toBe(true)
      expect(again.digest).toBe(first.result.digest)
    } finally {
      process.umask(old)
    }
  })

  test('streams large files, and other programs can read the archive', async () => {
    const large = randomBytes(3_500_000)
    const { result } = await build({
      ...FILES,
      'images/large.bin': large,
      'images/zero': Buffer.alloc(2_000_000),
    })
    const folder = await temporaryFolder()
    execFileSync('gzip', ['--test', result.path])
    execFileSync('tar', ['-xzf', result.path, '-C', folder])
    expect((await readFile(join(folder, 'files/images/large.bin'))).equals(large)).toBe(true)
    const unpacked = join(folder, 'unpacked')
    await unpackRelease(await openRelease(result.path, result.digest), unpacked)
    expect((await readFile(join(unpacked, 'images/large.bin'))).equals(large)).toBe(true)
    expect((await readdir(join(result.path, '..'))).length).toBe(1)
  })

  test('other content, another mode and another version are other releases', async () => {
    const digests = new Set<string>()
    digests.add((await build()).result.digest)
    digests.add((await build({ ...FILES, '.hidden': 'x' })).result.digest)
    digests.add((await build({ ...FILES, '.hidden': { text: '', executable: true } })).result.digest)
    digests.add((await build(FILES, '1.0.1')).result.digest)
    expect(digests.size).toBe(4)
  })

  test('contains the files that match the globs, and always the manifest', async () => {
    const settings =
      'version: 1\nname: x\nrelease: { include: ["heat/**"], exclude: ["**/latest.yaml", "changeover.yml"] }\n'
    const { result } = await build({ ...FILES, 'changeover.yml': settings })
    expect((await openRelease(result.path)).document.files.map((file) => file.path)).toEqual([
      'changeover.yml',
      'heat/app.yaml',
    ])
  })

  test('uses git describe as the default version', async () => {
    const { repository } = await build()
    await testGit(repository, 'tag', 'v3.1')
    expect(await buildRelease({ folder: repository, output: await temporaryFolder() })).toMatchObject({
      version: 'v3.1',
    })
  })

  test('records the address of the repository without user and password', async () => {
    const { repository } = await build()
    await testGit(repository, 'remote', 'add', 'origin', 'https://user:secret@example.test/region.git')
    const { path } = await buildRelease({ folder: repository, version: '1', output: await temporaryFolder() })
    expect((await openRelease(path)).document.repository).toBe('https://example.test/region')
    expect(gunzipSync(await readFile(path)).includes('secret')).toBe(false)
  })

  test.each<[string, string, (folder: string) => Promise<void>]>([
    [
      'uncommitted changes',
      'uncommitted_changes',
      (folder) => writeFile(join(folder, 'changeover.yml'), 'version: 1\nname: y\n'),
    ],
    [
      'a link out of the tree',
      'link_leaves_tree',
      (folder) => add(folder, { 'heat/out': { link: '../../etc/passwd' } }),
    ],
    ['an absolute link', 'link_leaves_tree', (folder) => add(folder, { out: { link: '/etc/passwd' } })],
    [
      'a broken manifest',
      'manifest_invalid',
      (folder) => add(folder, { 'changeover.yml': 'version: 1\nnam: x\n' }),
    ],
    [
      'no manifest',
      'manifest_missing',
      async (folder) => {
        await testGit(folder, 'rm', '--quiet', 'changeover.yml')
        await commitAll(folder, 'gone')
      },
    ],
    [
      'no file chosen',
      'release_empty',
      (folder) =>
        add(folder, {
          'changeover.yml': 'version: 1\nname: x\nrelease: { include: ["none/**"], exclude: ["**"] }\n',
        }),
    ],
    [
      'a submodule',
      'submodule_in_release',
      async (folder) => {
        const head = await testGit(folder, 'rev-parse', 'HEAD')
        await testGit(folder, 'update-index', '--add', '--cacheinfo', `160000,${head},roles/other`)
        await mkdir(join(folder, 'roles/other'), { recursive: true })
        await testGit(folder, 'commit', '--quiet', '-m', 'submodule')
      },
    ],
  ])('refuses %s', async (_title, code, spoil) => {
    const { repository } = await build()
    await spoil(repository)
    await expect(
      buildRelease({ folder: repository, version: '1', output: await temporaryFolder() }),
    ).rejects.toMatchObject({ code })
  })

  test('refuses a folder without a repository or commit, a folder below the top, and an invalid version', async () => {
    const empty = await temporaryFolder()
    const output = await temporaryFolder()
    await expect(buildRelease({ folder: empty, output })).rejects.toMatchObject({ code: 'not_a_repository' })
    await testGit(empty, 'init', '--quiet')
    await expect(buildRelease({ folder: empty, output })).rejects.toMatchObject({ code: 'no_commit' })
    const { repository } = await build()
    await expect(buildRelease({ folder: join(repository, 'heat'), output })).rejects.toMatchObject({
      code: 'not_the_top_folder',
    })
    await expect(buildRelease({ folder: repository, version: '../1', output })).rejects.toMatchObject({
      code: 'invalid_version',
    })
    expect(await readdir(output)).toEqual([])
  })
})
