import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { makeRepository, testGit, writeFiles } from '../support/repository.js'
import { temporaryFolders } from '../support/temp.js'

const run = promisify(execFile)
const temporaryFolder = temporaryFolders()
const CLI = resolve('dist/cli.js')

const FILES = {
  'changeover.yml': 'version: 1\nname: region-one\n',
  'heat/app.yaml':
    'heat_template_version: 2021-04-16\nparameters: {size: {type: number}}\nresources: {a: {type: OS::Heat::None}}\n',
  'etc/nova/nova.conf': '[DEFAULT]\ndebug = true\n',
  'db/expand.sh': { text: '#!/bin/bash\n', executable: true as const },
  'heat/latest.yaml': { link: 'app.yaml' },
  'Zeta/ä.txt': 'ä\n',
  'alpha/İ.txt': 'crlf\r\n',
  'eta/.hidden': '',
}

interface Packaged {
  outcome: string
  digest: string
  path: string
}

/** Run the built CLI as some machine would. */
async function changeover(args: string[], machine: Machine): Promise<Packaged & Record<string, unknown>> {
  const { node, umask, TZ, LC_ALL } = machine
  const script = `umask ${umask}; exec "$@"`
  const { stdout } = await run('bash', ['-c', script, '-', node, CLI, ...args, '--format', 'json'], {
    env: { PATH: process.env.PATH, HOME: '/nonexistent', TZ, LC_ALL },
  })
  return JSON.parse(stdout) as Packaged & Record<string, unknown>
}

interface Machine {
  node: string
  umask: string
  TZ: string
  LC_ALL: string
  /** What is special about the clone. */
  prepare?: (clone: string) => Promise<unknown>
}

/** Where the system has no Node of its own major version, these prove a little less. */
const MACHINES: [string, Machine][] = [
  ['the Node that the actions run on', { node: process.execPath, umask: '022', TZ: 'UTC', LC_ALL: 'C' }],
  [
    'the Node of the system, far in the east, in Turkish, secretive',
    { node: 'node', umask: '077', TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
  ],
  [
    'a packed clone by SSH, far in the west',
    {
      ...{ node: process.execPath, umask: '000', TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8' },
      prepare: async (clone) => {
        await testGit(clone, 'gc', '--quiet')
        await testGit(clone, 'remote', 'set-url', 'origin', 'git@git.example.test:cloud/region-one.git')
      },
    },
  ],
  [
    'a clone that Git checked out with other line ends',
    {
      ...{ node: 'node', umask: '022', TZ: 'Asia/Kathmandu', LC_ALL: 'POSIX' },
      prepare: async (clone) => {
        await testGit(clone, 'config', 'core.autocrlf', 'true')
        await testGit(clone, 'rm', '--quiet', '--cached', '-r', '.')
        await testGit(clone, 'reset', '--quiet', '--hard')
      },
    },
  ],
]

describe('the same commit is the same release', () => {
  test('on any machine, in any folder, by any Node', async () => {
    const repository = await makeRepository(await temporaryFolder(), FILES)
    const digests = new Map<string, string>()
    for (const [name, machine] of MACHINES) {
      const clone = join(await temporaryFolder(), `clone of ${name}`)
      await testGit(repository, 'clone', '--quiet', '--no-local', repository, clone)
      await testGit(clone, 'remote', 'set-url', 'origin', 'https://git.example.test/cloud/region-one')
      await machine.prepare?.(clone)
      await writeFiles(clone, { 'untracked.yaml': 'heat_template_version: 2021-04-16\nresources: {a: {}}\n' })
      const output = await temporaryFolder()
      const result = await changeover(['package', clone, '--version', '1.0.0', '-o', output], machine)
      expect(result).toMatchObject({
        outcome: 'packaged',
        findings: { errors: 0, warnings: expect.any(Number), notices: expect.any(Number) },
        kinds: { heat: 2, oslo_config: 1, manifest: 1 },
      })
      digests.set(name, result.digest)
    }
    expect(new Set(digests.values()).size).toBe(1)
  })

  test('what a version is, `package` says again, `verify` proves and `diff` compares', async () => {
    const machine = { node: process.execPath, umask: '022', TZ: 'UTC', LC_ALL: 'C' }
    const repository = await makeRepository(await temporaryFolder(), FILES)
    const output = await temporaryFolder()
    const first = await changeover(['package', repository, '--version', '1', '-o', output], machine)
    const again = await changeover(['package', repository, '--version', '1', '-o', output], machine)
    expect(again).toEqual({ ...first, outcome: 'unchanged' })
    await writeFiles(repository, { 'etc/nova/nova.conf': '[DEFAULT]\ndebug = false\n' })
    await testGit(repository, 'commit', '--quiet', '--all', '-m', 'quiet')
    const args = ['package', repository, '--version', '2', '-o', output, '--previous', first.path]
    const second = await changeover(args, machine)
    const changes = { added: [], changed: ['etc/nova/nova.conf'], removed: [] }
    expect(second.previous).toEqual({ version: '1', digest: first.digest, changes })
    expect(await changeover(['verify', second.path, '--digest', second.digest], machine)).toMatchObject({
      outcome: 'verified',
      digest: second.digest,
    })
    const diff = await changeover(['diff', first.path, second.path], machine)
    expect(diff).toMatchObject({
      ...{ schema: 'changeover/diff/v1', outcome: 'different', files: changes },
      kinds: { oslo_config: [{ what: 'option', name: '[DEFAULT] debug', before: 'true', after: 'false' }] },
    })
    expect(diff).not.toHaveProperty('text')
  })
})
