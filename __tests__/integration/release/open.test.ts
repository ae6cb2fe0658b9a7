import { execFileSync } from 'node:child_process'
import { lstat, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { openRelease, unpackRelease } from '../../../src/release/open.js'
import { build as buildIn } from '../../support/release.js'
import { type FileSpec, writeFiles } from '../../support/repository.js'
import { type Change, named, tampered as tamperedIn } from '../../support/tamper.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const build = (files?: Record<string, FileSpec>, version?: string) => buildIn(temporaryFolder, files, version)

describe('unpack', () => {
  test('restores content, modes and links, and replaces the folder', async () => {
    const { result } = await build()
    const folder = join(await temporaryFolder(), 'release')
    await writeFiles(folder, { 'old.txt': 'old' })
    await unpackRelease(await openRelease(result.path, result.digest), folder)
    expect((await readdir(folder)).sort()).toEqual([
      '.hidden',
      'changeover.yml',
      'db',
      'heat',
      'ümläut und leer.txt',
    ])
    expect((await stat(join(folder, 'db/expand.sh'))).mode & 0o111).toBe(0o111)
    expect((await lstat(join(folder, 'heat/app.yaml'))).mode & 0o111).toBe(0)
    expect(await readlink(join(folder, 'heat/latest.yaml'))).toBe('app.yaml')
  })

  test('another compression of the same content is the same release, and other programs can read it', async () => {
    const { result } = await build()
    const path = join(await temporaryFolder(), 'again.tar.gz')
    await writeFile(path, gzipSync(gunzipSync(await readFile(result.path)), { level: 1 }))
    expect((await openRelease(path, result.digest)).document.digest).toBe(result.digest)
    expect(execFileSync('tar', ['-tzf', path]).toString()).toContain('files/db/expand.sh')
  })
})

describe('an invalid release is refused, and leaves no file:', () => {
  const tampered = (change: Change) => tamperedIn(temporaryFolder, change)

  test.each<[string, string, Change]>([
    [
      'a changed byte',
      'app.yaml does not match its SHA-256',
      (entries) => {
        named(entries, 'files/heat/app.yaml').content[0] = 0x58
        return entries
      },
    ],
    [
      'a changed list',
      'does not match its own digest',
      (entries) => {
        const list = named(entries, 'release.json')
        list.content = Buffer.from(String(list.content).replace('"1.0.0"', '"9.9.9"'))
        return entries
      },
    ],
    [
      'a file that is not in the list',
      'is not in its list',
      (entries) => [
        ...entries,
        {
          header: { ...named(entries, 'files/.hidden').header, name: 'files/extra' },
          content: Buffer.from('x'),
        },
      ],
    ],
    [
      'a file that occurs twice',
      'or occurs twice',
      (entries) => [...entries, named(entries, 'files/.hidden')],
    ],
    [
      'a file that is missing',
      'is in its list but not in the archive',
      (entries) => entries.filter((entry) => entry.header.name !== 'files/.hidden'),
    ],
    [
      'a mode that was changed',
      'mode of heat/app.yaml was changed',
      (entries) => {
        named(entries, 'files/heat/app.yaml').header.mode = 0o755
        return entries
      },
    ],
    [
      'a path that leaves its folder',
      'leaves its folder',
      (entries, document) => {
        const entry = named(entries, 'files/.hidden')
        entry.header.name = 'files/../../evil'
        for (const file of document.files) if (file.path === '.hidden') file.path = '../../evil'
        return entries
      },
    ],
    [
      'an absolute path',
      'leaves its folder',
      (entries, document) => {
        named(entries, 'files/.hidden').header.name = 'files//etc/evil'
        for (const file of document.files) if (file.path === '.hidden') file.path = '/etc/evil'
        return entries
      },
    ],
    [
      'a link that leaves its folder',
      'SHA-256|leaves its folder',
      (entries) => {
        named(entries, 'files/heat/latest.yaml').header.linkname = '../../../etc/passwd'
        return entries
      },
    ],
    [
      'a file that became a link',
      'is a symlink, its list says file',
      (entries) => {
        const entry = named(entries, 'files/.hidden')
        entry.header.type = 'symlink'
        entry.header.linkname = '/etc/passwd'
        return entries
      },
    ],
    [
      'a hard link',
      'is a link, its list says file',
      (entries) => {
        const entry = named(entries, 'files/.hidden')
        entry.header.type = 'link'
        entry.header.linkname = '/etc/passwd'
        return entries
      },
    ],
    [
      'a list that is not the first entry',
      'its first entry is not release.json',
      (entries) => entries.toReversed(),
    ],
    [
      'a list that does not match the schema',
      'release.json/files',
      (_entries, document) => {
        Object.assign(document, { files: 'none' })
        return undefined
      },
    ],
    [
      'a release without a changeover.yml',
      'it has no changeover.yml',
      (entries, document) => {
        document.files = document.files.filter((file) => file.path !== 'changeover.yml')
        return entries
      },
    ],
    ['nothing in it', 'it is empty', () => []],
  ])('%s', async (_title, expected, change) => {
    const path = await tampered(change)
    await expect(openRelease(path)).rejects.toMatchObject({
      code: 'release_corrupt',
      message: expect.stringMatching(expected),
    })
  })

  test('a release with another digest than expected', async () => {
    const { result } = await build()
    await expect(openRelease(result.path, `sha256:${'0'.repeat(64)}`)).rejects.toMatchObject({
      code: 'digest_mismatch',
    })
  })

  test('a missing file, other formats, a truncated file, a folder', async () => {
    const { result, output } = await build()
    const bytes = await readFile(result.path)
    const cases: [string, Buffer | undefined, string][] = [
      ['missing', undefined, 'release_missing'],
      ['text', Buffer.from('not an archive'), 'release_unreadable'],
      ['no-tar', gzipSync('not a tar'.repeat(200)), 'release_unreadable'],
      ['half', bytes.subarray(0, bytes.length / 2), 'release_corrupt'],
    ]
    for (const [name, content, code] of cases) {
      const path = join(output, name)
      if (content) await writeFile(path, content)
      await expect(openRelease(path)).rejects.toMatchObject({ code })
    }
    await expect(openRelease(output)).rejects.toMatchObject({ code: 'release_unreadable' })
  })

  test('an archive that changes after the check is not unpacked, and the folder stays unchanged', async () => {
    const { result } = await build()
    const release = await openRelease(result.path)
    const folder = join(await temporaryFolder(), 'release')
    await writeFiles(folder, { 'kept.txt': 'kept' })
    const path = await tampered((entries) => {
      named(entries, 'files/heat/app.yaml').content[0] = 0x58
      return entries
    })
    await expect(unpackRelease({ ...release, path }, folder)).rejects.toMatchObject({
      code: 'release_corrupt',
    })
    expect(await readdir(folder)).toEqual(['kept.txt'])
    expect((await readdir(join(folder, '..'))).length).toBe(1)
  })
})
