import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()

describe('help', () => {
  test('each command explains itself and its options', async () => {
    const site = await own(Site.of({ 'a.txt': '' }))
    const all = await site.cli(['--help'])
    expect(all).toMatchObject({ exitCode: 0, stderr: '' })
    const list = all.stdout.slice(all.stdout.indexOf('Commands:')).split('\n\n')[0] ?? ''
    const commands = [...list.matchAll(/^ {2}([a-z-]+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help')
    expect(commands).toEqual(
      expect.arrayContaining(['validate', 'package', 'deploy', 'rollback', 'router', 'demo']),
    )
    for (const command of commands) {
      const { exitCode, stdout, stderr } = await site.cli([command, '--help'])
      expect({ command, exitCode, stderr }).toEqual({ command, exitCode: 0, stderr: '' })
      expect(stdout).toMatch(new RegExp(`^Usage: changeover ${command}\\b`))
      // more than a list of options: sentences, an example, or what its exit status means
      const prose = stdout.split(/^(?:Usage|Arguments|Options|Commands):.*(?:\n {2}.*)*/m).join('')
      expect({ command, words: prose.split(/\s+/).length > 12 }).toEqual({ command, words: true })
    }
  })

  test('prints the version', async () => {
    const site = await own(Site.of({ 'a.txt': '' }))
    expect(await site.cli(['--version'])).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    })
  })
})

describe('--format json', () => {
  test('each command prints one document with its schema, and progress on stderr', async () => {
    const site = await own(Site.regionOne())
    const { path: first } = await site.package('1.0.0')
    const documents: [string, string[]][] = [
      ['changeover/validate/v1', ['validate']],
      ['changeover/package/v1', ['package', '--version', '2.0.0', '--output', '../releases']],
      ['changeover/package/v1', ['verify', first]],
      ['changeover/test/v1', ['staged-test', '-r', first]],
      ['changeover/operation/v1', ['deploy', '-e', 'laptop', '-r', first]],
      ['changeover/status/v1', ['status', '-e', 'laptop']],
      ['changeover/router/v1', ['router', 'status', '-e', 'laptop']],
      [
        'changeover/operation/v1',
        ['deploy', '-e', 'laptop', '-r', join(site.root, 'releases/region-one-2.0.0.tar.gz')],
      ],
      ['changeover/operation/v1', ['rollback', '-e', 'laptop']],
    ]
    for (const [schema, args] of documents) {
      const { exitCode, stdout } = await site.cli([...args, '--format', 'json', ...verboseIf(args)])
      expect({ args, exitCode, ...pick(JSON.parse(stdout)) }).toEqual({
        args,
        exitCode: 0,
        schema,
        outcome: expect.any(String),
      })
    }
  })

  /** What commands print must not reach stdout either. */
  function verboseIf([command = '']: string[]): string[] {
    return ['staged-test', 'deploy', 'rollback'].includes(command) ? ['--verbose'] : []
  }
  function pick({ schema, outcome }: Record<string, unknown>) {
    return { schema, outcome }
  }
})

describe('verify', () => {
  test('--against lists the files that differ', async () => {
    const site = await own(
      Site.of({ 'changeover.yml': 'version: 1\nname: a\n', 'same.txt': '', 'old.txt': '', 'new.txt': '1' }),
    )
    const first = await site.package('1')
    const { repository } = site
    await rm(join(repository, 'old.txt'))
    await writeFile(join(repository, 'new.txt'), '2')
    await writeFile(join(repository, 'added.txt'), '')
    await site.commit('second')
    const second = await site.package('2')
    expect(
      await site.json('verify', second.path, '--against', first.path, '--digest', second.digest),
    ).toMatchObject({
      outcome: 'verified',
      changes: { added: ['added.txt'], changed: ['new.txt'], removed: ['old.txt'] },
    })
    const { stdout } = await site.cli(['verify', second.path, '--against', first.path])
    expect(stdout).toMatch(/\+ added\.txt\n.*~ new\.txt\n.*- old\.txt/)
  })
})

describe('status and router', () => {
  test('report a router that differs from the ledger, and repair it', async () => {
    const site = await own(Site.regionOne())
    const { path } = await site.package('1.0.0')
    const at = ['-e', 'laptop', '--format', 'json']
    expect(JSON.parse((await site.cli(['router', 'status', ...at])).stdout)).toMatchObject({ router: 'none' })
    await site.json('deploy', '-e', 'laptop', '-r', path)
    expect(await site.json('status', '-e', 'laptop')).toMatchObject({
      outcome: 'consistent',
      live: { color: 'blue' },
    })

    expect(await site.json('router', 'stop', '-e', 'laptop')).toMatchObject({ router: 'none' })
    expect(await site.served()).toBe('nothing')
    const drifted = await site.cli(['status', ...at])
    expect(drifted.exitCode).toBe(1)
    const { outcome, reason, drift } = JSON.parse(drifted.stdout)
    expect({ outcome, reason }).toEqual({ outcome: 'drifted', reason: 'drift_found' })
    expect(drift.length).toBeGreaterThan(0)
    const text = await site.cli(['status', '-e', 'laptop'])
    expect(text.stdout).toContain(drift[0].message)
    // offline asks nobody, so it sees no drift
    expect(await site.json('status', '-e', 'laptop', '--offline')).toMatchObject({ outcome: 'consistent' })

    expect(await site.json('router', 'start', '-e', 'laptop')).toMatchObject({ router: 'blue' })
    expect(await site.json('router', 'start', '-e', 'laptop')).toMatchObject({ router: 'blue' }) // again is harmless
    expect(await site.served()).toBe('1.0.0')
    expect(await site.json('status', '-e', 'laptop')).toMatchObject({ outcome: 'consistent' })
  })

  test('a router without a live color requires --color', async () => {
    const site = await own(Site.regionOne())
    const { exitCode, stderr } = await site.cli(['router', 'start', '-e', 'laptop'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--color blue')
    expect(await site.json('router', 'start', '-e', 'laptop', '--color', 'green')).toMatchObject({
      router: 'green',
    })
    expect(await site.json('router', 'stop', '-e', 'laptop')).toMatchObject({ router: 'none' })
    expect(await site.processes()).toEqual(new Map())
  })
})

describe('the Node in the PATH', () => {
  test('runs the whole lifecycle as well', async () => {
    const site = await own(Site.regionOne())
    const node = { node: 'node' }
    expect(await site.cli(['validate'], node)).toMatchObject({ exitCode: 0 })
    expect(await site.cli(['package', '--version', '1.0.0', '-o', '../releases'], node)).toMatchObject({
      exitCode: 0,
    })
    const release = ['-r', '../releases/region-one-1.0.0.tar.gz']
    expect(await site.cli(['test', ...release], node)).toMatchObject({ exitCode: 0 })
    expect(await site.cli(['deploy', '-e', 'laptop', ...release], node)).toMatchObject({ exitCode: 0 })
    expect(await site.served()).toBe('1.0.0')
  })
})
