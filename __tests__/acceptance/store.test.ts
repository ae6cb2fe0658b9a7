import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { expectUnable } from './cli-result.js'
import { Site } from './site.js'
import { removedAfterEach } from './sites.js'

const own = removedAfterEach()
const LAPTOP = ['-e', 'laptop'] as const

/** A site that keeps its releases in a folder, as its changeover.yml says. */
async function withStore(): Promise<{ site: Site; store: string }> {
  const site = await own(Site.regionOne())
  const store = join(site.root, 'store')
  await site.edit('changeover.yml', [['release:\n', `release:\n  store: "${store}"\n`]])
  await site.commit('a store')
  return { site, store }
}

/** Package a version that differs from the others, keep it in the store, and forget the file. */
async function keep(site: Site, version: string): Promise<string> {
  await writeFile(join(site.repository, 'version.txt'), `${version}\n`)
  await site.commit(version)
  const output = join(site.root, `made-${version}`)
  const result = await site.json('package', '--version', version, '--output', output, '--store')
  await rm(output, { recursive: true })
  return String(result.digest)
}

describe('a store on the command line', () => {
  test('package keeps a release there; verify, test and deploy find it by version, digest and reference', async () => {
    const { site, store } = await withStore()
    const digest = await keep(site, '1.0.0')
    const kept = (await readdir(store)).map((name) => name.replace(/-[0-9a-f]{16}\./, '.'))
    expect(kept.sort()).toEqual([
      'region-one-1.0.0.json',
      'region-one-1.0.0.tar.gz',
      'region-one-1.0.0.tar.gz.cdx.json',
      'region-one-1.0.0.tar.gz.intoto.json',
    ])
    for (const release of ['1.0.0', digest, `${store}#1.0.0`]) {
      expect(await site.json('verify', release)).toMatchObject({
        outcome: 'verified',
        version: '1.0.0',
        digest,
      })
    }
    expect(await site.json('test', '-e', 'staging', '-r', '1.0.0')).toMatchObject({ outcome: 'passed' })
    const deployed = await site.json('deploy', ...LAPTOP, '-r', '1.0.0', '--digest', digest)
    expect(deployed).toMatchObject({ outcome: 'promoted', release: { version: '1.0.0', digest } })
    expect(await site.served()).toBe('1.0.0')
    const left = await readdir(join(site.root, 't'))
    expect(left.filter((name) => name.startsWith('changeover-release-'))).toEqual([])
  })

  test('a release that no color holds any more is fetched and deployed anew by a rollback to it', async () => {
    const { site } = await withStore()
    const digests: Record<string, string> = {}
    for (const version of ['1.0.0', '2.0.0', '3.0.0']) {
      digests[version] = await keep(site, version)
      await site.json('deploy', ...LAPTOP, '-r', version)
    }
    const back = await site.json('rollback', ...LAPTOP, '--to', '1.0.0')
    expect(back).toMatchObject({
      ...{ kind: 'deploy', outcome: 'promoted' },
      release: { version: '1.0.0', digest: digests['1.0.0'] },
      monitor: { failed: 0 },
    })
    expect(await site.served()).toBe('1.0.0')
    // the one that users came from is shifted back to, with nothing fetched
    expect(await site.json('rollback', ...LAPTOP, '--to', '3.0.0')).toMatchObject({ outcome: 'restored' })
  })

  test('what the store gives must be what the ledger says; otherwise nothing is touched', async () => {
    const { site, store } = await withStore()
    const first = await keep(site, '1.0.0')
    for (const version of ['1.0.0', '2.0.0', '3.0.0']) {
      if (version !== '1.0.0') await keep(site, version)
      await site.json('deploy', ...LAPTOP, '-r', version)
    }
    for (const name of await readdir(store)) {
      if (name.startsWith('region-one-1.0.0')) await rm(join(store, name))
    }
    const forged = await keep(site, '1.0.0')
    const result = await site.cli(['rollback', ...LAPTOP, '--to', '1.0.0', '--format', 'json'])
    const { message } = expectUnable(result, 'digest_mismatch')
    expect(message).toContain(first)
    expect(message).toContain(forged)
    expect(await site.served()).toBe('3.0.0')
  })

  test('a version that was never live is not rolled back to', async () => {
    const { site } = await withStore()
    await keep(site, '1.0.0')
    await site.json('deploy', ...LAPTOP, '-r', '1.0.0')
    await keep(site, '2.0.0')
    const { exitCode, stdout } = await site.cli(['rollback', ...LAPTOP, '--to', '2.0.0', '--format', 'json'])
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'refused', reason: 'nothing_to_roll_back_to' })
  })

  test('a version is never used for another release', async () => {
    const { site } = await withStore()
    await keep(site, '1.0.0')
    await writeFile(join(site.repository, 'version.txt'), 'other\n')
    await site.commit('other')
    const args = [
      'package',
      '--version',
      '1.0.0',
      '--output',
      join(site.root, 'o'),
      '--store',
      '--format',
      'json',
    ]
    expectUnable(await site.cli(args), 'version_exists')
  })

  test.each<[string, string, string[], string]>([
    ['a version that is not there', 'release_not_found', ['verify', '9.9.9'], '9.9.9'],
    ['a digest that is not there', 'release_not_found', ['verify', `sha256:${'0'.repeat(64)}`], '000'],
    ['a store of no kind', 'bad_store_address', ['verify', '1.0.0', '--store', 'ftp:x'], 'ftp:x'],
    ['a reference to nothing', 'bad_release_name', ['verify', 'releases#?'], '?'],
    ['GitHub without a token', 'store_access_missing', ['verify', 'github-release:acme/x#1.0.0'], 'acme/x'],
  ])('%s is named', async (_what, code, args, named) => {
    const { site } = await withStore()
    const { message } = expectUnable(await site.cli([...args, '--format', 'json']), code)
    expect(message).toContain(named)
  })

  test('a version without a store is named', async () => {
    const site = await own(Site.regionOne())
    expectUnable(await site.cli(['deploy', ...LAPTOP, '-r', '1.0.0', '--format', 'json']), 'store_missing')
  })
})
