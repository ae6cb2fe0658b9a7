import { createHash, randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { Header } from 'tar-stream'
import type { ReleaseFile } from '../../../src/release/document.js'
import { openRelease, type Release, unpackRelease } from '../../../src/release/open.js'
import { build, FILES } from '../../support/release.js'
import { type Change, named, tampered as tamperedIn, tarOf } from '../../support/tamper.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const tampered = (change: Change) => tamperedIn(temporaryFolder, change)

/** Put one more entry into the list, with what its SHA-256 would be. */
function listed(files: ReleaseFile[], path: string, change: Partial<ReleaseFile> = {}): void {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  files.push({ path, type: 'file', executable: false, size: 0, sha256: empty, ...change })
}

/** Whoever trusts the list alone: unpack without a look before. */
async function unpackAnyway(path: string): Promise<{ error: unknown; left: string[] }> {
  const parent = await temporaryFolder()
  await mkdir(join(parent, 'in'))
  const { digest } = JSON.parse(
    String(gunzipSync(await readFile(path)).subarray(512, 512 + 64_000)).split('\0')[0] ?? '{}',
  ) as { digest: string }
  const release = { path, document: { digest } } as Release
  const error = await unpackRelease(release, join(parent, 'in/release')).catch((thrown: unknown) => thrown)
  return { error, left: await readdir(parent, { recursive: true }) }
}

describe('a malicious archive is refused, and leaves no file:', () => {
  test.each<[string, string, Change]>([
    [
      'a chain of links that leads out',
      'the link out leaves its folder',
      (entries, { files }) => {
        const add = (path: string, linkname: string) => {
          const sha256 = createHash('sha256').update(linkname).digest('hex')
          listed(files, path, { type: 'symlink', size: linkname.length, sha256 })
          const { header } = named(entries, 'files/heat/latest.yaml')
          entries.push({ header: { ...header, name: `files/${path}`, linkname }, content: Buffer.alloc(0) })
        }
        // each by itself stays inside: deep/er/top is the top folder, and out is its ..
        add('deep/er/top', '../..')
        add('out', 'deep/er/top/..')
        return entries
      },
    ],
    [
      'names that differ only in case',
      'are the same file on some systems',
      (_entries, { files }) => {
        listed(files, 'HEAT/other.yaml')
        return undefined
      },
    ],
    [
      'names that differ only in Unicode normalization',
      'are the same file on some systems',
      (_entries, { files }) => {
        listed(files, 'u\u0308mla\u0308ut und leer.txt')
        return undefined
      },
    ],
    [
      'a file that is also a folder',
      'are the same file on some systems',
      (_entries, { files }) => {
        listed(files, 'heat/latest.yaml/passwd')
        return undefined
      },
    ],
    [
      'a list that names a file twice',
      'are the same file on some systems',
      (_entries, { files }) => {
        listed(files, '.hidden')
        return undefined
      },
    ],
    [
      "hooks for the repository's own git",
      'leaves its folder',
      (_entries, { files }) => {
        listed(files, '.git/hooks/post-checkout', { executable: true })
        return undefined
      },
    ],
    [
      'a name with a line feed',
      'leaves its folder',
      (_entries, { files }) => {
        listed(files, 'a\nb')
        return undefined
      },
    ],
    [
      'more bytes than in the list',
      'app.yaml does not match',
      (entries) => {
        named(entries, 'files/heat/app.yaml').content = randomBytes(100_000)
        return entries
      },
    ],
    [
      'a list with more bytes than allowed',
      'have more than 1073741824 bytes',
      (_entries, { files }) => {
        listed(files, 'big', { size: 1024 ** 3 })
        return undefined
      },
    ],
    [
      'a link with content',
      'latest.yaml has content',
      (entries) => {
        named(entries, 'files/heat/latest.yaml').header.pax = { size: '512' }
        return entries
      },
    ],
    ...(['character-device', 'block-device', 'fifo', 'directory', 'contiguous-file'] as const).map(
      (type): [string, string, Change] => [
        `a ${type}`,
        `is a ${type}, its list says file`,
        (entries) => {
          named(entries, 'files/.hidden').header.type = type
          return entries
        },
      ],
    ),
    [
      'another name in a PAX header',
      'is not in its list',
      (entries) => {
        named(entries, 'files/.hidden').header.pax = { path: 'files/../../evil' }
        return entries
      },
    ],
    [
      'another size in a PAX header',
      'does not match its SHA-256',
      (entries) => {
        named(entries, 'files/heat/app.yaml').header.pax = { path: 'files/heat/app.yaml', size: '1024' }
        return entries
      },
    ],
    [
      'another target in a PAX header',
      'does not match its SHA-256|leaves its folder',
      (entries) => {
        named(entries, 'files/heat/latest.yaml').header.pax = { linkpath: '../../../etc/passwd' }
        return entries
      },
    ],
    [
      'a PAX header of megabytes',
      'Header exceeds max size',
      (entries) => {
        named(entries, 'files/.hidden').header.pax = { comment: 'x'.repeat(5 * 1024 * 1024) }
        return entries
      },
    ],
  ])('%s', async (_title, expected, change) => {
    const path = await tampered(change)
    const refused = { message: expect.stringMatching(expected), code: expect.stringMatching(/^release_/) }
    await expect(openRelease(path)).rejects.toMatchObject(refused)
    const { error, left } = await unpackAnyway(path)
    expect(error).toMatchObject(refused)
    expect(left).toEqual(['in'])
  })

  test('a few kilobytes that unpack to gigabytes', async () => {
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })
    const { result, output } = await build(temporaryFolder)
    const good = gunzipSync(await readFile(result.path))
    const path = join(output, 'bomb.tar.gz')
    const bomb = Buffer.concat([gzipSync(good), ...Array.from({ length: 20 }, () => zeros)])
    await writeFile(path, bomb)
    expect(bomb.length).toBeLessThan(2_000_000)
    const refused = { code: 'release_unreadable', message: expect.stringContaining('unpacks to more than') }
    await expect(openRelease(path)).rejects.toMatchObject(refused)
  })

  test('another name in a GNU long name', async () => {
    const { result, output } = await build(temporaryFolder)
    const tar = gunzipSync(await readFile(result.path))
    const entry = (name: string, content: string) =>
      tarOf([{ header: { name, type: 'file' } as Header, content: Buffer.from(content) }])
    const long = (await entry('././@LongLink', 'files/../../evil\0')).subarray(0, 1024)
    long[156] = 'L'.charCodeAt(0)
    fixChecksum(long.subarray(0, 512))
    const path = join(output, 'long.tar.gz')
    const parts = [tar.subarray(0, -1024), long, await entry('files/.hidden', '')]
    await writeFile(path, gzipSync(Buffer.concat(parts)))
    await expect(openRelease(path)).rejects.toMatchObject({
      code: 'release_corrupt',
      message: expect.stringContaining('"files/../../evil" is not in its list'),
    })
  })

  test('names a folder that cannot be written, and a file in the way', async () => {
    const { result } = await build(temporaryFolder)
    const release = await openRelease(result.path)
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(unpackRelease(release, join(folder, 'file/release'))).rejects.toMatchObject({
      code: 'output_unwritable',
      message: expect.stringContaining('file/release'),
    })
    expect(await readdir(folder)).toEqual(['file'])
    const { result: long } = await build(temporaryFolder, {
      ...FILES,
      ['x/'.repeat(200) + 'y'.repeat(255)]: '',
    })
    const deep = join(folder, ...Array.from({ length: 17 }, () => 'd'.repeat(220)))
    await expect(unpackRelease(await openRelease(long.path), deep)).rejects.toMatchObject({
      code: 'output_unwritable',
    })
    expect((await lstat(join(folder, 'file'))).isFile()).toBe(true)
  })
})

function fixChecksum(header: Buffer): void {
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
}
