import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { readDefinition } from '../../../../src/lint/engine/files/read.js'
import type { Kind, SkipReason } from '../../../../src/lint/engine/finding.js'
import { validateFolder } from '../../../../src/lint/engine/validate.js'
import { validateText } from '../../../../src/report/findings/text.js'
import { processorMs } from '../../../support/pace.js'
import { type Files, inFolder, places } from '../../../unit/lint/folder.js'

const DUPLICATE = 'a: 1\na: 2\n'
const run = promisify(execFile)
const isRoot = process.getuid?.() === 0

/** Validate a folder that `prepare` has made difficult, and say what became of each file. */
async function difficult(files: Files, prepare: (root: string) => Promise<unknown>, withGit = false) {
  return inFolder(files, async (root) => {
    if (withGit) await run('git', ['init', '--quiet'], { cwd: root })
    await prepare(root)
    const said = new Map<string, Kind | SkipReason>()
    const onFile = (path: string, what: { kind: Kind } | { skipped: SkipReason }) =>
      said.set(path, 'kind' in what ? what.kind : what.skipped)
    const result = await validateFolder({ root, ignore: [], rules: {}, onFile })
    const skipped = Object.values(result.skipped).reduce((sum, count) => sum + count, 0)
    expect(skipped).toBe(result.files.skipped)
    return { result, files: Object.fromEntries(said) }
  })
}

describe.each([
  ['without Git', false],
  ['with Git', true],
])('what is no file to read, %s', (_how, withGit) => {
  test('pipes and sockets are skipped without waiting for them', async () => {
    const { files } = await difficult(
      { 'a.yml': '' },
      async (root) => {
        await run('mkfifo', [join(root, 'pipe.yml'), join(root, 'inventory')])
        await symlink('pipe.yml', join(root, 'link.yml'))
        const server = createServer().listen(join(root, 'socket.yml'))
        await once(server, 'listening')
        server.unref()
      },
      withGit,
    )
    expect(files).toMatchObject({ 'a.yml': 'yaml', 'link.yml': 'no_regular_file' })
    expect(Object.values(files).filter((what) => what === 'yaml')).toHaveLength(1)
  })

  test('links in circles, out of the folder, to a folder or to nothing are skipped', async () => {
    const { files } = await difficult(
      { 'real/a.yml': '' },
      async (root) => {
        await symlink('loop-b.yml', join(root, 'loop-a.yml'))
        await symlink('loop-a.yml', join(root, 'loop-b.yml'))
        await symlink('..', join(root, 'real/up.yml'))
        await symlink('/etc/passwd', join(root, 'out.yml'))
        await symlink('/dev/zero', join(root, 'zero.yml'))
        await symlink('nowhere', join(root, 'gone.yml'))
        await symlink('real', join(root, 'folder.yml'))
        await symlink('a.yml', join(root, 'real/good.yml'))
      },
      withGit,
    )
    expect(files).toEqual({
      'real/a.yml': 'yaml',
      'real/good.yml': 'yaml',
      'real/up.yml': 'link_outside',
      'loop-a.yml': 'gone',
      'loop-b.yml': 'gone',
      'out.yml': 'link_outside',
      'zero.yml': 'link_outside',
      'gone.yml': 'gone',
      'folder.yml': 'no_regular_file',
    })
  })

  test('a folder with the name of a definition is not read as a file', async () => {
    const { files } = await difficult({ 'x.yml/y.yml': '' }, async () => {}, withGit)
    expect(files).toEqual({ 'x.yml/y.yml': 'yaml' })
  })

  test('names with a meaning for a terminal, a runner or a shell', async () => {
    const names = [
      'a\nb.yml',
      '::error::c.yml',
      '\u001b[31md.yml',
      ' e .yml',
      '-f.yml',
      '$(g).yml',
      'h"i\\.yml',
      '%0Aj.yml',
    ]
    const content = Object.fromEntries(names.map((name) => [name, DUPLICATE]))
    const { result } = await difficult(content, async () => {}, withGit)
    expect(result.findings.map(({ file }) => file).sort()).toEqual([...names].sort())
    const text = validateText({ result }, { color: false })
    expect(text).not.toMatch(/\u001b|^\s*::|^b\.yml/m)
  })

  test('a name that is not UTF-8 is skipped with a reason', async () => {
    const { result } = await difficult(
      {},
      (root) =>
        writeFile(
          Buffer.concat([Buffer.from(`${root}/a`), Buffer.from([0xff]), Buffer.from('.yml')]),
          DUPLICATE,
        ),
      withGit,
    )
    expect(result).toMatchObject({ skipped: { name_encoding: 1 }, findings: [] })
  })
})

describe('content that is hard to read', () => {
  test('100 MB are not read under any name', async () => {
    const started = processorMs()
    const { result, files } = await difficult({ 'a.yml': 'a', 'b.conf': '[a]\n' }, async (root) => {
      for (const name of ['a.yml', 'b.conf']) await truncate(join(root, name), 100_000_000)
    })
    expect(places(result.findings)).toEqual(['yaml/too-large a.yml:1:1'])
    expect(files).toEqual({ 'a.yml': 'yaml', 'b.conf': 'other_content' })
    expect(processorMs() - started).toBeLessThan(5_000)
  })

  test.each<[string, Uint8Array, string[]]>([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${DUPLICATE}`, 'utf16le'), ['yaml/binary-content a.yml:1:4']],
    ['UTF-32', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), ['yaml/binary-content a.yml:1:1']],
    ['Latin-1', Buffer.from('a: é\n', 'latin1'), ['yaml/invalid-encoding a.yml:1:4']],
    ['a program', Buffer.from('\x7fELF\x02\x01\0\0', 'latin1'), ['yaml/binary-content a.yml:1:7']],
    ['Windows lines', Buffer.from('a: 1\r\nb: 2\r\na: 3\r\n'), ['yaml/duplicate-key a.yml:3:1']],
    ['old Macintosh lines', Buffer.from('a: 1\rb: 2\ra: 3\r'), ['yaml/duplicate-key a.yml:1:11']],
    [
      'a mark and Windows lines',
      Buffer.from(`\ufeff${DUPLICATE.replaceAll('\n', '\r\n')}`),
      ['yaml/duplicate-key a.yml:2:1'],
    ],
    ['half of a character', Buffer.from([0x61, 0x3a, 0x20, 0xf0, 0x9d]), ['yaml/invalid-encoding a.yml:1:4']],
    ['half of a pair', Buffer.from('a: "\\ud800"\n'), []],
  ])('%s', async (_what, bytes, expected) => {
    const { result } = await difficult({ 'a.yml': bytes }, async () => {})
    expect(places(result.findings)).toEqual(expected)
  })

  const unlessRoot = isRoot ? test.skip : test
  unlessRoot('a file that may not be read stops the check, and says which', async () => {
    const checking = difficult({ 'a.yml': '' }, (root) => chmod(join(root, 'a.yml'), 0))
    await expect(checking).rejects.toMatchObject({
      code: 'file_unreadable',
      message: expect.stringContaining('a.yml'),
    })
  })

  test('a file that disappears during the check is an error that names it', () => {
    expect(() => readDefinition('/nonexistent/a.yml', 'a.yml')).toThrow(
      expect.objectContaining({ code: 'file_unreadable', message: expect.stringContaining('a.yml') }),
    )
  })

  test('a file that changes its size while it is read does no harm', async () => {
    await inFolder({ 'a.yml': DUPLICATE.repeat(50_000) }, async (root) => {
      const path = join(root, 'a.yml')
      const change = 'while :; do truncate -s 0 "$1"; yes a: 1 | head -c 300000 >> "$1"; done'
      const other = spawn('bash', ['-c', change, 'bash', path], { stdio: 'ignore' })
      try {
        await once(other, 'spawn')
        for (let times = 0; times < 200; times++)
          expect(readDefinition(path, 'a.yml')).toMatchObject({ path: 'a.yml' })
      } finally {
        other.kill('SIGKILL')
      }
    })
  })

  test('a deep folder is walked to its end', async () => {
    const deep = Array(120).fill('abcdefghij').join('/')
    const { result } = await difficult({}, async (root) => {
      await mkdir(join(root, deep), { recursive: true })
      await writeFile(join(root, deep, 'a.yml'), DUPLICATE)
    })
    expect(result.findings).toHaveLength(1)
  })
})
