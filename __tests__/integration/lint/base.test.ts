import { rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readBase } from '../../../src/lint/engine/compare/base.js'
import { gather } from '../../../src/lint/engine/files/gather.js'
import { validateFolder } from '../../../src/lint/engine/validate.js'
import { commitAll, type FileSpec, makeRepository, testGit, writeFiles } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'
import { places } from '../../unit/lint/folder.js'

const newFolder = temporaryFolders()

/** A mapping that defines keys twice: one error each. */
const twice = (...keys: string[]) => keys.map((key) => `${key}: 1\n${key}: 2\n`).join('')

async function repository(files: Record<string, FileSpec>): Promise<string> {
  return makeRepository(await newFolder(), files)
}

async function since(root: string, base = 'HEAD', options: { files?: string[]; ignore?: string[] } = {}) {
  const { files, ignore = [] } = options
  const {
    findings,
    base: compared,
    ...rest
  } = await validateFolder({
    root,
    ignore,
    rules: {},
    base,
    ...(files ? { files } : {}),
  })
  return { ...rest, new: places(findings), known: compared?.known, commit: compared?.commit }
}

describe('with a base', () => {
  test('old findings are not reported, and do not count for the outcome', async () => {
    const root = await repository({ 'a.yaml': twice('x', 'y'), 'b.yaml': 'ok: 1\n' })
    expect(await since(root)).toMatchObject({ outcome: 'passed', reason: 'nothing_new', new: [], known: 2 })
  })

  test('a new finding is reported, even in a file with old ones', async () => {
    const root = await repository({ 'a.yaml': twice('x'), 'b.yaml': twice('y') })
    await writeFile(join(root, 'a.yaml'), `# one more line\n${twice('new', 'x')}`)
    expect(await since(root)).toMatchObject({
      outcome: 'failed',
      reason: 'errors_found',
      new: ['yaml/duplicate-key a.yaml:3:1'],
      known: 2,
    })
  })

  test('equal findings are counted, and the one on a new line is the new one', async () => {
    const item = (name: string) => `- { name: ${name}, k: 1, k: 2 }\n`
    const root = await repository({ 'a.yaml': item('one') + item('two') })
    await writeFile(join(root, 'a.yaml'), item('one') + item('three') + item('two'))
    expect(await since(root)).toMatchObject({ new: [expect.stringContaining('a.yaml:2:')], known: 2 })
  })

  test('an equal finding on a changed line is not new if their number stays the same', async () => {
    const root = await repository({ 'a.yaml': '{ k: 1, k: 2 }\n' })
    await writeFile(join(root, 'a.yaml'), '{ other: 1, k: 1, k: 2 }\n')
    expect(await since(root)).toMatchObject({ new: [], known: 1 })
  })

  test('the findings of a new file are new, tracked or not', async () => {
    const root = await repository({ 'a.yaml': 'ok: 1\n' })
    await writeFiles(root, { 'b.yaml': twice('x') })
    expect((await since(root)).new).toEqual(['yaml/duplicate-key b.yaml:2:1'])
  })

  test('a removed file can cause new findings', async () => {
    const root = await repository({ 'a.yaml': twice('x'), 'b.yaml': 'ok: 1\n' })
    await rm(join(root, 'a.yaml'))
    expect(await since(root)).toMatchObject({ new: [], known: 0, reason: 'clean' })
  })

  test('a renamed file keeps its old findings', async () => {
    const padding = 'p: 1\nq: 2\nr: 3\ns: 4\nt: 5\n'
    const root = await repository({ 'old/a.yaml': padding + twice('x') })
    await writeFiles(root, { 'new/b.yaml': padding + twice('x', 'y') })
    await rename(join(root, 'old/a.yaml'), join(root, 'new/a.yaml'))
    await rm(join(root, 'new/b.yaml'))
    await testGit(root, 'add', '--all')
    expect(await since(root)).toMatchObject({ new: [], known: 1 })
    await writeFile(join(root, 'new/a.yaml'), padding + twice('x', 'y'))
    expect(await since(root)).toMatchObject({ new: ['yaml/duplicate-key new/a.yaml:9:1'], known: 1 })
  })

  test('the work tree and the index are unchanged', async () => {
    const root = await repository({ 'a.yaml': twice('x') })
    await writeFile(join(root, 'a.yaml'), twice('y'))
    await writeFiles(root, { 'b.yaml': twice('z') })
    const status = await testGit(root, 'status', '--porcelain')
    await since(root)
    expect(await testGit(root, 'status', '--porcelain')).toBe(status)
    expect(await testGit(root, 'worktree', 'list')).not.toContain('\n')
  })

  test('a subfolder of the repository is compared with itself', async () => {
    const root = await repository({
      'clouds/one/a.yaml': twice('x'),
      'clouds/two/a.yaml': twice('y'),
      'a.yaml': twice('z'),
    })
    await writeFile(join(root, 'clouds/one/a.yaml'), twice('x', 'new'))
    expect(await since(join(root, 'clouds/one'))).toMatchObject({
      new: ['yaml/duplicate-key a.yaml:4:1'],
      known: 1,
    })
  })

  test('all findings are new in a folder that the base does not have', async () => {
    const root = await repository({ 'a.yaml': 'ok: 1\n' })
    await writeFiles(root, { 'young/a.yaml': twice('x') })
    expect(await since(join(root, 'young'))).toMatchObject({
      new: ['yaml/duplicate-key a.yaml:2:1'],
      known: 0,
    })
  })

  test('ignored files, and files that are not asked about, are left out', async () => {
    const root = await repository({ 'a.yaml': twice('x'), 'b.yaml': twice('y') })
    expect(await since(root, 'HEAD', { ignore: ['a.yaml'] })).toMatchObject({ new: [], known: 1 })
    expect(await since(root, 'HEAD', { files: ['b.yaml'] })).toMatchObject({ new: [], known: 1 })
  })
})

describe('links', () => {
  test('have the targets that they had in the base', async () => {
    const root = await repository({
      'real/a.yaml': twice('x'),
      'here/a.yaml': { link: '../real/a.yaml' },
      folder: { link: 'real' },
      'far.yaml': { link: 'folder/a.yaml' },
    })
    await writeFile(join(root, 'real/a.yaml'), twice('x', 'y'))
    expect(await since(root)).toMatchObject({
      new: [
        'yaml/duplicate-key far.yaml:4:1',
        'yaml/duplicate-key here/a.yaml:4:1',
        'yaml/duplicate-key real/a.yaml:4:1',
      ],
      known: 3,
    })
  })

  test('out of the folder, to nothing or in circles are skipped', async () => {
    const root = await repository({
      'out.yaml': { link: '../../etc/passwd' },
      'absolute.yaml': { link: '/etc/passwd' },
      'nowhere.yaml': { link: 'gone.yaml' },
      'round.yaml': { link: 'round.yaml' },
      'a.yaml': twice('x'),
    })
    expect(await since(root)).toMatchObject({ new: [], known: 1 })
  })

  test('that became files are new files', async () => {
    const root = await repository({ 'a.yaml': { link: 'b.yaml' }, 'b.yaml': 'ok: 1\n' })
    await rm(join(root, 'a.yaml'))
    await writeFile(join(root, 'a.yaml'), twice('x'))
    await rm(join(root, 'b.yaml'))
    await symlink('a.yaml', join(root, 'b.yaml'))
    expect((await since(root)).new).toHaveLength(2)
  })
})

describe('the base', () => {
  test('is read like a clone of it', async () => {
    const root = await repository({
      'a.yaml': twice('x'),
      'gone.yaml': twice('y'),
      'old.yaml': twice('p', 'q', 'r', 's'),
      'link.yaml': { link: 'a.yaml' },
      'folder/b.yaml': 'heat_template_version: 2018-08-31\nresources: { r: { get_file: c.sh } }\n',
      'folder/c.sh': '',
      'latin.yaml': Buffer.from([0x61, 0xe9]),
    })
    const clone = await newFolder()
    await testGit(clone, 'clone', '--quiet', root, '.')
    await rename(join(root, 'old.yaml'), join(root, 'new.yaml'))
    await rm(join(root, 'gone.yaml'))
    await writeFiles(root, { 'a.yaml': 'ok: 1\n', 'untracked.yaml': twice('z') })
    await testGit(root, 'add', 'new.yaml', 'old.yaml')

    const base = await readBase(root, 'HEAD', (await gather({ root, ignore: [] })).definitions, [])
    const then = await gather({ root: clone, ignore: [] })
    expect(base.files).toEqual(then.files)
    expect(base.definitions).toEqual(then.definitions)
    expect(base.renamed).toEqual(new Map([['old.yaml', 'new.yaml']]))
  })

  test('is the merge base: later commits on the branch are left out', async () => {
    const root = await repository({ 'a.yaml': twice('x', 'y') })
    const start = await testGit(root, 'rev-parse', 'HEAD')
    await testGit(root, 'checkout', '--quiet', '-b', 'work')
    await writeFiles(root, { 'b.yaml': twice('z') })
    await commitAll(root, 'work')
    await testGit(root, 'checkout', '--quiet', 'main')
    await writeFile(join(root, 'a.yaml'), 'mended: 1\n')
    await commitAll(root, 'mend')
    await testGit(root, 'checkout', '--quiet', 'work')
    expect(await since(root, 'main')).toMatchObject({
      new: ['yaml/duplicate-key b.yaml:2:1'],
      known: 2,
      commit: start,
    })
  })

  test('may have no common ancestor with HEAD', async () => {
    const root = await repository({ 'a.yaml': twice('x') })
    await testGit(root, 'checkout', '--quiet', '--orphan', 'other')
    await writeFile(join(root, 'a.yaml'), twice('x', 'y'))
    await commitAll(root, 'another beginning')
    expect(await since(root, 'main')).toMatchObject({ new: ['yaml/duplicate-key a.yaml:4:1'], known: 1 })
  })

  test.each(['nowhere', '', '-x', '--all', 'HEAD:a.yaml', 'HEAD~7', 'a\nb'])('cannot be %j', async (ref) => {
    const root = await repository({ 'a.yaml': 'ok: 1\n' })
    await expect(since(root, ref)).rejects.toMatchObject({
      code: 'unknown_base',
      message: `The repository has no commit ${JSON.stringify(ref)}.`,
      remedy: expect.stringContaining('fetch-depth: 0'),
    })
  })

  test('requires a repository', async () => {
    const root = await newFolder()
    await writeFile(join(root, 'a.yaml'), 'ok: 1\n')
    await expect(since(root)).rejects.toMatchObject({ code: 'not_a_repository' })
  })

  test('is read regardless of submodules, odd names and Git settings', async () => {
    const root = await repository({ 'ü\n::error::x.yaml': twice('x'), 'a b.yaml': twice('y') })
    const inner = await makeRepository(await newFolder(), { 'c.yaml': twice('z') })
    await testGit(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'sub.yaml')
    await commitAll(root, 'submodule')
    for (const [key, value] of [
      ['diff.external', '/bin/false'],
      ['diff.renames', 'copies'],
      ['diff.noprefix', 'true'],
      ['core.quotePath', 'true'],
    ] as const)
      await testGit(root, 'config', key, value)
    await writeFile(join(root, 'a b.yaml'), twice('y', 'new'))
    expect(await since(root)).toMatchObject({ new: ['yaml/duplicate-key a b.yaml:4:1'], known: 2 })
  })
})
