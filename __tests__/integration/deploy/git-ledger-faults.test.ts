import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { gitLedger } from '../../../src/deploy/ledger/git-ledger.js'
import type { State } from '../../../src/deploy/ledger/state.js'
import { writeFileCommit } from '../../../src/platform/git/commit.js'
import { type GitHttp, gitHttp } from '../../rig/git-http.js'
import { makeRepository, testGit } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const now = () => new Date('2026-11-24T10:00:00Z')
const REF = 'refs/changeover/production'

const servers: GitHttp[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

/** A bare repository and clones of it. */
async function clones(...names: string[]): Promise<{ folder: string; bare: string }> {
  const folder = await temporaryFolder()
  const seed = await makeRepository(await temporaryFolder(), { 'a.txt': 'a', 'b.txt': 'b' })
  const bare = join(folder, 'bare.git')
  await testGit(folder, 'clone', '--quiet', '--bare', seed, bare)
  await testGit(bare, 'config', 'uploadpack.allowFilter', 'true')
  await testGit(bare, 'config', 'http.receivepack', 'true')
  for (const name of names) await testGit(folder, 'clone', '--quiet', `file://${bare}`, name)
  return { folder, bare }
}

function ledger(folder: string, remote?: string) {
  return gitLedger({ folder, environment: 'production', strategy: 'blue_green', remote, now })
}

/** Record `count` more states, each with another live color than the one before. */
async function recordMore(folder: string, remote: string | undefined, count: number): Promise<State> {
  const mine = ledger(folder, remote)
  let state = await mine.read()
  for (let at = 0; at < count; at++) {
    state = await mine.record(state, { ...state, live: state.live === 'blue' ? 'green' : 'blue' }, `r${at}`)
  }
  return state
}

describe('a ledger that was rewritten on the remote', () => {
  test('is refused: another history, an older one, or none', async () => {
    const { folder, bare } = await clones('one', 'two')
    await recordMore(join(folder, 'one'), 'origin', 3)
    await ledger(join(folder, 'two'), 'origin').read()
    const last = await testGit(bare, 'rev-parse', REF)
    const refused = expect.objectContaining({
      code: 'ledger_rewritten',
      remedy: expect.stringContaining(`git update-ref -d ${REF}`),
    })

    await testGit(bare, 'update-ref', REF, `${last}^`)
    await expect(ledger(join(folder, 'two'), 'origin').read()).rejects.toEqual(refused)
    await testGit(bare, 'update-ref', REF, 'HEAD')
    await expect(ledger(join(folder, 'two'), 'origin').read()).rejects.toEqual(refused)
    await testGit(bare, 'update-ref', '-d', REF)
    await expect(ledger(join(folder, 'two'), 'origin').read()).rejects.toEqual(refused)
    expect(await testGit(join(folder, 'two'), 'rev-parse', REF)).toBe(last)
  })

  test('is read after the user followed the remedy, and by a clone that never saw the old one', async () => {
    const { folder, bare } = await clones('one', 'two')
    await recordMore(join(folder, 'one'), 'origin', 2)
    await testGit(bare, 'update-ref', REF, `${REF}^`)
    await expect(ledger(join(folder, 'one'), 'origin').read()).rejects.toMatchObject({
      code: 'ledger_rewritten',
    })
    expect(await ledger(join(folder, 'two'), 'origin').read()).toMatchObject({ serial: 1 })
    await testGit(join(folder, 'one'), 'update-ref', '-d', REF)
    expect(await ledger(join(folder, 'one'), 'origin').read()).toMatchObject({ serial: 1 })
  })

  test("is reported although the user's settings hide forced updates", async () => {
    const { folder, bare } = await clones('one')
    await recordMore(join(folder, 'one'), 'origin', 2)
    await testGit(join(folder, 'one'), 'config', 'fetch.showForcedUpdates', 'false')
    await testGit(join(folder, 'one'), 'config', 'fetch.prune', 'true')
    await testGit(bare, 'update-ref', REF, `${REF}^`)
    await expect(ledger(join(folder, 'one'), 'origin').read()).rejects.toMatchObject({
      code: 'ledger_rewritten',
    })
    await testGit(bare, 'update-ref', '-d', REF)
    await expect(ledger(join(folder, 'one'), 'origin').read()).rejects.toMatchObject({
      code: 'ledger_rewritten',
    })
  })

  test('is not reported when many runs share one clone', async () => {
    const { folder } = await clones('one')
    const one = join(folder, 'one')
    await recordMore(one, 'origin', 1)
    const readers = Array.from({ length: 3 }, async () => {
      for (let turn = 0; turn < 8; turn++) await ledger(one, 'origin').read()
    })
    await Promise.all([recordMore(one, 'origin', 12), ...readers])
    expect(await ledger(one, 'origin').read()).toMatchObject({ serial: 13 })
  })
})

describe('clones without the whole history', () => {
  test.each([
    ['shallow', ['--depth=1']],
    ['without blobs', ['--filter=blob:none', '--no-checkout']],
    ['without trees', ['--filter=tree:0', '--no-checkout']],
  ])('%s: reads, records, and knows the history', async (_name, options) => {
    const { folder, bare } = await clones('one')
    await recordMore(join(folder, 'one'), 'origin', 3)
    await testGit(folder, 'clone', '--quiet', ...options, `file://${bare}`, 'part')
    const part = join(folder, 'part')
    expect(await ledger(part, 'origin').read()).toMatchObject({ serial: 3 })
    expect(await recordMore(part, 'origin', 2)).toMatchObject({ serial: 5 })
    await recordMore(join(folder, 'one'), 'origin', 1)
    const records = await ledger(part, 'origin').history(10)
    expect(records.map(({ state }) => state?.serial)).toEqual([6, 5, 4, 3, 2, 1])
  })

  test('a clone with only the newest record continues from it', async () => {
    const { folder, bare } = await clones('one')
    await recordMore(join(folder, 'one'), 'origin', 3)
    const part = join(folder, 'part')
    await testGit(folder, 'init', '--quiet', part)
    await testGit(part, 'remote', 'add', 'origin', `file://${bare}`)
    await testGit(part, 'fetch', '--quiet', '--depth=1', 'origin', `${REF}:${REF}`)
    expect(await recordMore(part, 'origin', 1)).toMatchObject({ serial: 4 })
    await recordMore(join(folder, 'one'), 'origin', 1)
    expect(await ledger(part, 'origin').read()).toMatchObject({ serial: 5 })
  })
})

describe('an invalid state', () => {
  const broken: [string, (good: State) => string, RegExp][] = [
    ['no JSON', () => '{"schema": ', /not valid JSON/],
    ['not all of it', ({ serial }) => JSON.stringify({ serial }), /schema|required/],
    [
      'another environment',
      (good) => JSON.stringify({ ...good, serial: 9, environment: 'staging' }),
      /"staging"/,
    ],
    ['an older serial', (good) => JSON.stringify({ ...good, serial: 1 }), /from 2 back to 1/],
    ['the same serial', (good) => JSON.stringify(good), /from 2 back to 2/],
    ['too large', (good) => JSON.stringify(good) + ' '.repeat(4 * 1024 * 1024), /4 MiB/],
    ['far too large', (good) => JSON.stringify(good) + ' '.repeat(40 * 1024 * 1024), /4 MiB|too large/],
  ]
  test.each(broken)('%s', async (_name, made, message) => {
    const folder = await makeRepository(await temporaryFolder(), { 'a.txt': 'a' })
    const good = await recordMore(folder, undefined, 2)
    const parent = await testGit(folder, 'rev-parse', REF)
    const commit = (content: string, onto: string) =>
      writeFileCommit(
        { parent: onto, path: 'state.json', content, message: 'by hand', date: now() },
        { cwd: folder },
      )
    const bad = await commit(made(good), parent)
    await testGit(folder, 'update-ref', REF, bad)
    await expect(ledger(folder).read()).rejects.toMatchObject({
      code: 'ledger_unreadable',
      message: expect.stringMatching(message),
    })
    // what the remedy says
    await testGit(folder, 'update-ref', REF, await commit(JSON.stringify({ ...good, serial: 10 }), bad))
    expect(await ledger(folder).read()).toMatchObject({ serial: 10 })
  })
})

describe('a remote over HTTP', () => {
  test('a push whose answer was lost is neither repeated nor taken for one of another run', async () => {
    const { folder, bare } = await clones('one')
    const server = await gitHttp(folder)
    servers.push(server)
    const one = join(folder, 'one')
    await testGit(one, 'remote', 'set-url', 'origin', `${server.url}/bare.git`)
    await recordMore(one, 'origin', 1)
    server.loseNextReply()
    expect(await recordMore(one, 'origin', 1)).toMatchObject({ serial: 2 })
    expect(await testGit(bare, 'rev-list', '--count', REF)).toBe('2')
    expect(await recordMore(one, 'origin', 1)).toMatchObject({ serial: 3 })
  })

  test('a server hook that refuses is named, and not tried three times', async () => {
    const { folder, bare } = await clones('one')
    const calls = join(folder, 'calls')
    await writeFile(
      join(bare, 'hooks/update'),
      `#!/bin/sh\necho x >> ${calls}\necho "not here" >&2\nexit 1\n`,
      {
        mode: 0o755,
      },
    )
    await expect(recordMore(join(folder, 'one'), 'origin', 1)).rejects.toMatchObject({
      code: 'ledger_unreachable',
      message: expect.stringContaining('not here'),
    })
    expect(await testGit(folder, 'hash-object', calls)).toBe('587be6b4c3f93f93c489c0111bba5596147a26cb')
  })
})
