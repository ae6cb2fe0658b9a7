import { chmod, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { buildRelease } from '../../../src/release/build.js'
import type { Checked, CheckFinding } from '../../../src/release/checked.js'
import { openRelease } from '../../../src/release/open.js'
import { commonUrl } from '../../../src/release/origin.js'
import { build as buildIn, FILES } from '../../support/release.js'
import { commitAll, type FileSpec, testGit, writeFiles } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const build = (files?: Record<string, FileSpec>, version?: string) => buildIn(temporaryFolder, files, version)

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4'.repeat(64)}\nsize 12345\n`

const finding = (change: Partial<CheckFinding> = {}): CheckFinding => ({
  rule: 'heat/undefined-reference',
  severity: 'error',
  message: 'There is no parameter "flavour".',
  file: 'heat/app.yaml',
  line: 3,
  ...change,
})
const checked = (findings: CheckFinding[], secrets: CheckFinding[] = []): Checked => ({
  kinds: { heat: 1, manifest: 1 },
  openstackRelease: '2026.1',
  findings: [...findings, ...secrets],
  secrets,
})

describe('tracked files that a release cannot contain', () => {
  test.each<[string, Record<string, FileSpec>, string, RegExp]>([
    ['a Git LFS pointer', { 'images/a.qcow2': POINTER }, 'lfs_pointer_in_release', /for images\/a\.qcow2: /],
    [
      'many of them',
      Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`images/${n}`, POINTER])),
      'lfs_pointer_in_release',
      /images\/1, images\/2, images\/3, images\/4, images\/5 and 2 more/,
    ],
    ['names that differ in case', { 'HEAT/b.yaml': '' }, 'paths_collide', /HEAT and heat differ only/],
    [
      'names that differ in how an accent is written',
      { 'a\u0308': '', ä: '' },
      'paths_collide',
      /\["aU\+308","U\+e4"\]/,
    ],
    ['a backslash in a name', { 'a\\b': '' }, 'path_not_portable', /"a\\\\b"/],
    ['a line end in a name', { 'a\nb': '' }, 'path_not_portable', /"a\\nb"/],
    [
      'a link out by way of another',
      { 'deep/er/top': { link: '../..' }, out: { link: 'deep/er/top/../secret' } },
      'link_leaves_tree',
      /^out is a symbolic link/,
    ],
  ])('%s', async (_title, files, code, message) => {
    const output = await temporaryFolder()
    const { repository } = await build()
    await writeFiles(repository, files)
    await commitAll(repository, 'more')
    await expect(buildRelease({ folder: repository, version: '2', output })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
    expect(await readdir(output)).toEqual([])
  })

  test('excluded files are not checked, and a text about Git LFS is not a pointer', async () => {
    const { result } = await build({
      ...FILES,
      'changeover.yml': 'version: 1\nname: x\nrelease: { exclude: ["images/**"] }\n',
      'images/a.qcow2': POINTER,
      'docs/lfs.md': `# Pointers\n\n${POINTER}`,
    })
    const { document } = await openRelease(result.path)
    expect(document.files.map(({ path }) => path)).not.toContain('images/a.qcow2')
    expect(document.files.map(({ path }) => path)).toContain('docs/lfs.md')
  })
})

describe('uncommitted changes', () => {
  async function dirtied() {
    const made = await build()
    await writeFiles(made.repository, {
      'heat/app.yaml': 'heat_template_version: 2018-08-31\n',
      'staged.yml': 'a: 1\n',
      'untracked.yml': 'b: 1\n',
    })
    await testGit(made.repository, 'add', 'staged.yml')
    await chmod(join(made.repository, '.hidden'), 0o755)
    await rm(join(made.repository, 'db'), { recursive: true })
    await rm(join(made.repository, 'heat/latest.yaml'))
    await symlink('../.hidden', join(made.repository, 'heat/latest.yaml'))
    return made
  }

  test('are packaged with allowDirty, and the release is marked', async () => {
    const { repository, result: clean } = await dirtied()
    const before = await testGit(repository, 'status', '--porcelain')
    const output = await temporaryFolder()
    const result = await buildRelease({ folder: repository, output, allowDirty: true })
    expect(result).toMatchObject({
      outcome: 'packaged',
      dirty: true,
      version: expect.stringMatching(/-dirty$/),
    })
    const { document } = await openRelease(result.path, result.digest)
    expect(document).toMatchObject({ dirty: true, commit: clean.commit })
    expect(document.files.map(({ path, type, executable }) => [path, type, executable])).toEqual([
      ['.hidden', 'file', true],
      ['changeover.yml', 'file', false],
      ['heat/app.yaml', 'file', false],
      ['heat/latest.yaml', 'symlink', false],
      ['staged.yml', 'file', false],
      ['ümläut und leer.txt', 'file', false],
    ])
    expect(await testGit(repository, 'status', '--porcelain')).toBe(before)
    expect(clean.dirty).toBe(false)
  })

  test('are refused by default, with the names of the files', async () => {
    const { repository } = await dirtied()
    const output = await temporaryFolder()
    await expect(buildRelease({ folder: repository, output })).rejects.toMatchObject({
      code: 'uncommitted_changes',
      message: expect.stringContaining('.hidden, db/expand.sh, heat/app.yaml, heat/latest.yaml, staged.yml'),
    })
  })

  test('a clean tree is not marked, also with allowDirty', async () => {
    const { repository, result } = await build()
    const options = {
      folder: repository,
      version: '1.0.0',
      output: await temporaryFolder(),
      allowDirty: true,
    }
    expect(await buildRelease(options)).toMatchObject({ dirty: false, digest: result.digest })
  })
})

describe('a version', () => {
  test('that exists is verified and kept', async () => {
    const { repository, output, result } = await build()
    const options = { folder: repository, version: '1.0.0', output }
    const before = await readFile(result.path)
    expect(await buildRelease(options)).toEqual({ ...result, outcome: 'unchanged' })
    await truncate(result.path, before.length - 100)
    expect(await buildRelease(options)).toEqual(result)
    expect((await readFile(result.path)).equals(before)).toBe(true)
  })

  test('is never replaced by other content', async () => {
    const { repository, output, result } = await build()
    const before = await readFile(result.path)
    await writeFiles(repository, { 'new.txt': 'new' })
    await commitAll(repository, 'more')
    const options = { folder: repository, version: '1.0.0', output }
    await expect(buildRelease(options)).rejects.toMatchObject({
      code: 'version_exists',
      message: expect.stringMatching(new RegExp(`${result.digest} of commit .*. The new release is sha256:`)),
    })
    expect((await readFile(result.path)).equals(before)).toBe(true)
    await expect(buildRelease({ ...options, version: '1.0.1' })).resolves.toMatchObject({
      outcome: 'packaged',
    })
  })

  test('with the same files from another commit is another release', async () => {
    const { repository, output } = await build()
    await testGit(repository, 'commit', '--quiet', '--allow-empty', '-m', 'empty')
    const options = { folder: repository, version: '1.0.0', output }
    await expect(buildRelease(options)).rejects.toMatchObject({ code: 'version_exists' })
  })

  test('does not replace a file that is not a release', async () => {
    const { repository } = await build()
    const output = await temporaryFolder()
    await writeFile(join(output, 'region-one-1.0.0.tar.gz'), 'my notes')
    const options = { folder: repository, version: '1.0.0', output }
    await expect(buildRelease(options)).rejects.toMatchObject({
      code: 'version_exists',
      message: expect.stringContaining('is not a release'),
    })
    expect(await readFile(join(output, 'region-one-1.0.0.tar.gz'), 'utf8')).toBe('my notes')
  })

  test.each(['file/below', 'folder-in-the-way'])(
    'names an output that cannot be written: %s',
    async (where) => {
      const { repository } = await build()
      const output = await temporaryFolder()
      await writeFile(join(output, 'file'), '')
      await mkdir(join(output, 'folder-in-the-way/region-one-1.tar.gz/x'), { recursive: true })
      const made = buildRelease({ folder: repository, version: '1', output: join(output, where) })
      await expect(made).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:output_unwritable|version_exists)$/),
      })
      expect((await readdir(output)).sort()).toEqual(['file', 'folder-in-the-way'])
      expect(await readdir(join(output, 'folder-in-the-way'))).toEqual(['region-one-1.tar.gz'])
    },
  )
})

describe('definitions', () => {
  const made = async (found: Checked, options: { tolerateErrors?: boolean } = {}) => {
    const { repository } = await build()
    const output = await temporaryFolder()
    const release = { folder: repository, version: '1', output, check: async () => found, ...options }
    return { output, release, result: buildRelease(release) }
  }

  test('with errors stop the release, with the first errors in the message', async () => {
    const { output, result } = await made(
      checked([finding(), finding({ severity: 'warning' }), finding({ line: 9 })]),
    )
    await expect(result).rejects.toMatchObject({
      code: 'definitions_invalid',
      message: expect.stringMatching(
        /\(errors: 2, warnings: 1, notices: 0\): heat\/app\.yaml:3: There is no parameter "flavour"\. \[heat\/undefined-reference\] heat\/app\.yaml:9/,
      ),
    })
    expect(await readdir(output)).toEqual([])
  })

  test('with tolerated errors are counted, and stop the same release without tolerance', async () => {
    const { release, result } = await made(checked([finding()]), { tolerateErrors: true })
    expect(await result).toMatchObject({ findings: { errors: 1, warnings: 0, notices: 0 } })
    const strict = buildRelease({ ...release, tolerateErrors: false })
    await expect(strict).rejects.toMatchObject({ code: 'definitions_invalid' })
  })

  test('with a secret in plain text stop the release, also as a warning', async () => {
    const secret = finding({
      severity: 'warning',
      rule: 'repository/plaintext-secret',
      message: 'It is a secret.',
    })
    for (const tolerateErrors of [true, false]) {
      const { result } = await made(checked([], [secret]), { tolerateErrors })
      await expect(result).rejects.toMatchObject({
        code: 'secret_in_release',
        message: expect.stringContaining('heat/app.yaml:3: It is a secret. [repository/plaintext-secret]'),
      })
    }
  })

  test('without errors are described in the release', async () => {
    const { release, result } = await made(checked([finding({ severity: 'notice' })]))
    const { path, digest } = await result
    expect((await openRelease(path, digest)).document).toMatchObject({
      kinds: { heat: 1, manifest: 1 },
      findings: { errors: 0, warnings: 0, notices: 1 },
      openstack_release: '2026.1',
    })
    const { check: _check, ...unchecked } = release
    await expect(buildRelease(unchecked)).rejects.toMatchObject({ code: 'version_exists' })
  })
})

test('the changes since the previous release are in the release', async () => {
  const { repository, output, result } = await build()
  const previous = (await openRelease(result.path)).document
  await writeFiles(repository, { 'new.txt': 'new', '.hidden': 'x' })
  await rm(join(repository, 'db'), { recursive: true })
  await commitAll(repository, 'more')
  const next = await buildRelease({ folder: repository, version: '1.1.0', output, previous })
  const changes = { added: ['new.txt'], changed: ['.hidden'], removed: ['db/expand.sh'] }
  expect(next.previous).toEqual({ version: '1.0.0', digest: result.digest, changes })
  const again = { folder: repository, version: '1.1.0', output }
  expect(await buildRelease({ ...again, previous })).toMatchObject({ outcome: 'unchanged' })
  await expect(buildRelease(again)).rejects.toMatchObject({ code: 'version_exists' })
})

test.each([
  ['https://example.test/org/cloud.git', 'https://example.test/org/cloud'],
  ['https://user:secret@example.test:8443/org/cloud/', 'https://example.test:8443/org/cloud'],
  ['git@example.test:org/cloud.git', 'https://example.test/org/cloud'],
  ['ssh://git@example.test:2222/org/cloud.git', 'https://example.test/org/cloud'],
  ['git://example.test/org/cloud', 'https://example.test/org/cloud'],
  ['/srv/git/cloud.git', null],
  ['../cloud', null],
  ['file:///srv/git/cloud.git', null],
  ['', null],
])('the common address of %s is %s', (url, common) => expect(commonUrl(url)).toBe(common))
