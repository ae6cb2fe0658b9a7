import { execFile } from 'node:child_process'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { runAction } from '../rig/runner.js'
import { temporaryFolders } from '../support/temp.js'

const run = promisify(execFile)
const MEGABYTE = 1_000_000
const temporaryFolder = temporaryFolders()
const NODE = resolve('node_modules/node/bin/node')

/** What a runner gets from `uses:`, the archive of a commit, and the folder that it is unpacked to. */
let archive: string
let unpacked: string

beforeAll(async () => {
  const folder = await temporaryFolder()
  archive = join(folder, 'changeover.tar.gz')
  unpacked = join(folder, 'changeover')
  await mkdir(unpacked)
  // a commit of the work tree as it is, in an object store of its own
  const objects = join(folder, 'objects')
  await mkdir(objects)
  const { stdout: store } = await run('git', ['rev-parse', '--path-format=absolute', '--git-path', 'objects'])
  const env = {
    ...process.env,
    GIT_INDEX_FILE: join(folder, 'index'),
    GIT_OBJECT_DIRECTORY: objects,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: store.trim(),
  }
  await run('git', ['add', '--all'], { env })
  const { stdout: tree } = await run('git', ['write-tree'], { env })
  await run('git', ['archive', '--format=tar.gz', '--output', archive, tree.trim()], { env })
  await run('tar', ['-xzf', archive, '-C', unpacked])
})

describe('the download of a runner', () => {
  test('is smaller than 3 MB, and has only what an action needs', async () => {
    expect((await stat(archive)).size).toBeLessThan(3 * MEGABYTE)
    expect((await readdir(unpacked)).sort()).toEqual(
      'CHANGELOG.md LICENSE README.md SECURITY.md action.yml actions data dist package.json'.split(' '),
    )
  })

  test('dist/ has at most 20 files with 4 MB, and no entry is larger than 200 bytes', async () => {
    const entries = await readdir(join(unpacked, 'dist'), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    const sizes = await Promise.all(
      files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
    )
    expect(files.length).toBeLessThanOrEqual(20)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4 * MEGABYTE)
    for (const name of [
      'cli.js',
      ...(await readdir(join(unpacked, 'dist/actions'))).map((file) => `actions/${file}`),
    ])
      expect((await stat(join(unpacked, 'dist', name))).size).toBeLessThan(200)
  })

  test('runs an action', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), 'a: 1\na: 2\n')
    const step = await runAction({ action: join(unpacked, 'actions/validate'), workspace: folder })
    expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', errors: '1' } })
  })

  test('runs the command line, with the facts about OpenStack', async () => {
    const folder = await temporaryFolder()
    await writeFile(
      join(folder, 'a.yaml'),
      'heat_template_version: 2018-08-31\nresources: { a: { type: OS::Nova::Sever } }\n',
    )
    const cli = (...args: string[]) => run(NODE, [join(unpacked, 'dist/cli.js'), ...args])
    expect((await cli('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    await expect(cli('validate', folder)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('[heat/unknown-resource-type]'),
    })
  })
})
