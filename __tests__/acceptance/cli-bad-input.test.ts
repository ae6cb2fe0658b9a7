import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { pack } from 'tar-stream'
import { digestOf } from '../../src/release/document.js'
import { testGit } from '../support/repository.js'
import { expectNoStack, expectUnable } from './cli-result.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()
const JSON_FORMAT = ['--format', 'json']
const SMALL = 'version: 1\nname: small\n'

describe('an invalid changeover.yml', () => {
  test.each([
    ['is empty', '', /empty/],
    ['is binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]), /UTF-8/],
    ['is Latin-1', Buffer.from('version: 1\nname: caf\xe9\n', 'latin1'), /UTF-8/],
    ['holds a NUL', 'version: 1\nname: "a\0b"\n', /changeover\.yml:2:/],
    ['is huge', `${SMALL}${'# padding\n'.repeat(120_000)}`, /larger than/],
    ['is indented with tabs', 'version: 1\nname: small\nrelease:\n\tinclude: ["**"]\n', /changeover\.yml:4:/],
    ['is a list', '- version\n', /not a mapping/],
    [
      'has a misspelled key',
      `${SMALL}relaese: {}\n`,
      /changeover\.yml:3:1: .*"relaese".*Did you mean "release"/,
    ],
    ['has a misspelled strategy', `${SMALL}environments: { a: { strategy: blue_gren } }\n`, /blue_green/],
    [
      'has a third color',
      `${SMALL}environments: { a: { strategy: blue_green, colors: { red: {} } } }\n`,
      /"red"/,
    ],
    ['is nested without an end', `${SMALL}x: ${'['.repeat(20_000)}\n`, /changeover\.yml/],
    [
      'grows without an end',
      `${SMALL}a: &a [1,1,1,1,1,1,1,1,1]\n${[...'bcdefghi'].map((to, n) => `${to}: &${to} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(',')}]`).join('\n')}\n`,
      /changeover\.yml/,
    ],
  ])('%s', async (_what, text, message) => {
    const site = await own(Site.of({ 'changeover.yml': text, 'a.txt': 'a' }))
    const result = await site.cli(['package', '--version', '1', '--output', '../out', ...JSON_FORMAT])
    expect(withRemedyInMessage(result)).toMatch(message)
    expectNoStack(result.stderr)
    expect(await site.cli(['verify', '../out/small-1.tar.gz', ...JSON_FORMAT])).toMatchObject({ exitCode: 2 })
  })

  /** Each problem of a manifest carries its own help; so the remedy may stand in the message. */
  function withRemedyInMessage({
    exitCode,
    stdout,
    stderr,
  }: {
    exitCode: number | null
    stdout: string
    stderr: string
  }) {
    const { code, message, remedy } = JSON.parse(stdout)
    expect({ exitCode, code }).toEqual({ exitCode: 2, code: 'manifest_invalid' })
    expect(stderr.match(/^error: /gm)).toHaveLength(1)
    expect(stderr).toContain(message)
    return `${message} ${remedy}`
  }

  test('is a finding of validate, with its line', async () => {
    const site = await own(Site.of({ 'changeover.yml': `${SMALL}relaese: {}\n` }))
    const { exitCode, stdout } = await site.cli(['validate', ...JSON_FORMAT])
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).findings).toMatchObject([
      { file: 'changeover.yml', line: 3, column: 1, severity: 'error' },
    ])
  })
})

describe('something is missing', () => {
  test('changeover.yml', async () => {
    const site = await own(Site.of({ 'a.txt': 'a' }))
    expectUnable(await site.cli(['package', '--version', '1', ...JSON_FORMAT]), 'manifest_missing')
  })

  test('a Git repository', async () => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    const cwd = join(site.root, 'plain')
    await mkdir(cwd)
    for (const command of [['package'], ['status', '-e', 'a'], ['rollback', '-e', 'a']]) {
      const { message } = expectUnable(
        await site.cli([...command, ...JSON_FORMAT], { cwd }),
        'not_a_repository',
      )
      expect(message).toMatch(/Git repository/)
    }
  })

  test('a commit', async () => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    const cwd = join(site.root, 'young')
    await mkdir(cwd)
    await testGit(cwd, 'init', '--quiet')
    expectUnable(await site.cli(['package', ...JSON_FORMAT], { cwd }), 'no_commit')
  })

  test('the folder', async () => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    for (const command of ['validate', 'package']) {
      const result = await site.cli([command, 'nowhere', ...JSON_FORMAT])
      expectUnable(result, JSON.parse(result.stdout).code)
      expect(JSON.parse(result.stdout).code).not.toBe('internal_error')
      expect(JSON.parse(result.stdout).message).toContain('nowhere')
    }
  })

  test('the environment', async () => {
    const site = await own(Site.regionOne())
    const { path } = await site.package('1.0.0')
    for (const command of ['deploy', 'test']) {
      const args = [command, '--environment', 'stagign', '--release', path, ...JSON_FORMAT]
      const { remedy } = expectUnable(await site.cli(args), 'unknown_environment')
      expect(remedy).toBe('Did you mean "staging"?')
    }
    const odd = ['status', '-e', '../main', ...JSON_FORMAT]
    expectUnable(await site.cli(odd), 'invalid_environment')
    expect(await site.processes()).toEqual(new Map())
  })

  test('a local router: staging has no colors', async () => {
    const site = await own(Site.regionOne())
    expectUnable(await site.cli(['router', 'stop', '-e', 'staging', ...JSON_FORMAT]), 'no_local_router')
    expectUnable(await site.cli(['router', 'stop', '-e', 'lab', ...JSON_FORMAT]), 'no_local_router')
  })

  test('the remote', async () => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    expectUnable(
      await site.cli(['status', '-e', 'a', '--remote', 'nowhere', ...JSON_FORMAT]),
      'unknown_remote',
    )
  })
})

describe('a release that cannot be trusted', () => {
  test('is missing, is another file, has another digest, or is truncated', async () => {
    const site = await own(Site.regionOne())
    const { path } = await site.package('1.0.0')
    const deploy = (release: string, ...more: string[]) =>
      site.cli(['deploy', '-e', 'laptop', '-r', release, ...more, ...JSON_FORMAT])
    expectUnable(await deploy('nowhere.tar.gz'), 'release_missing')
    expectUnable(await deploy('./changeover.yml'), 'release_unreadable')
    expectUnable(await deploy('.'), 'release_unreadable')
    expectUnable(await deploy(path, '--digest', `sha256:${'0'.repeat(64)}`), 'digest_mismatch')

    const cut = join(site.root, 'cut.tar.gz')
    await writeFile(cut, (await readFile(path)).subarray(0, 4_000))
    expectUnable(await deploy(cut), 'release_unreadable')
    expect(await site.processes()).toEqual(new Map())
    expect(await site.json('status', '-e', 'laptop')).toMatchObject({ reason: 'never_deployed' })
  })

  test.each(['../escaped.sh', '/tmp/escaped.sh', 'a/../../escaped.sh'])('holds %s', async (path) => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    const archive = join(site.root, 'evil.tar.gz')
    await writeArchive(archive, { 'changeover.yml': SMALL, [path]: 'echo owned\n' })
    for (const args of [
      ['verify', archive],
      ['test', '-r', archive],
      ['deploy', '-e', 'a', '-r', archive],
    ]) {
      const { message } = expectUnable(await site.cli([...args, ...JSON_FORMAT]), 'release_corrupt')
      expect(message).toContain('leaves its folder')
    }
    const files = await readdir(site.root, { recursive: true })
    expect(files.filter((name) => name.endsWith('escaped.sh'))).toEqual([])
    await expect(access('/tmp/escaped.sh')).rejects.toThrow('ENOENT')
  })

  test('contains a link to outside of its folder', async () => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    const archive = join(site.root, 'evil.tar.gz')
    await writeArchive(archive, { 'changeover.yml': SMALL, link: { link: '../../etc/passwd' } })
    expectUnable(await site.cli(['verify', archive, ...JSON_FORMAT]), 'release_corrupt')
  })
})

describe('bad usage', () => {
  test.each([
    ['an unknown command', ['deplyo'], /deploy/],
    ['an unknown flag', ['verify', 'a', '--digets', 'x'], /Did you mean --digest/],
    ['a missing option', ['deploy', '-e', 'a'], /--release/],
    [
      'a value that is not one',
      ['deploy', '-e', 'a', '-r', 'b', '--until', 'done'],
      /verified, shifted, finalized/,
    ],
    ['a third color', ['router', 'start', '-e', 'laptop', '--color', 'red'], /blue, green/],
    ['an unknown action of router', ['router', 'restart', '-e', 'laptop'], /start, stop, status/],
    ['too much', ['verify', 'a', 'b'], /too many arguments/],
    ['nothing at all', [], /Usage: changeover/],
  ])('%s', async (_what, args, message) => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    const { exitCode, stderr, stdout } = await site.cli(args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expectNoStack(stderr)
  })

  test.each([
    ['an unknown flag', ['status', '--nonsense', '--format', 'json']],
    ['an unknown command', ['nonsense', '--format=json']],
  ])('%s is also a JSON document', async (_what, args) => {
    const site = await own(Site.of({ 'changeover.yml': SMALL }))
    expectUnable(await site.cli(args), 'bad_usage')
  })
})

/** A release that is right in everything but its paths: what a careful attacker would make. */
async function writeArchive(path: string, files: Record<string, string | { link: string }>): Promise<void> {
  const list = Object.entries(files).map(([name, spec]) => {
    const content = typeof spec === 'string' ? spec : spec.link
    const sha256 = createHash('sha256').update(content).digest('hex')
    const type = typeof spec === 'string' ? ('file' as const) : ('symlink' as const)
    return { path: name, type, executable: false, size: content.length, sha256 }
  })
  const about = {
    name: 'small',
    version: '1',
    commit: '0'.repeat(40),
    committed_at: '2026-11-01T12:00:00.000Z',
    findings: null,
  }
  const unsigned = { schema: 'changeover/release/v1' as const, ...about, repository: null, files: list }
  const tar = pack()
  tar.entry({ name: 'release.json' }, JSON.stringify({ ...unsigned, digest: digestOf(unsigned) }))
  for (const [name, spec] of Object.entries(files)) {
    if (typeof spec === 'string') tar.entry({ name: `files/${name}`, mode: 0o644 }, spec)
    else tar.entry({ name: `files/${name}`, type: 'symlink', linkname: spec.link })
  }
  tar.finalize()
  await pipeline(tar, createGzip(), createWriteStream(path))
}
