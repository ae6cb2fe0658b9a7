import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { gitLedger } from '../../../src/deploy/ledger/git-ledger.js'
import { makeRepository, testGit } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const now = () => new Date('2026-11-24T10:00:00Z')

async function localRepository(): Promise<string> {
  return makeRepository(await temporaryFolder(), { 'a.txt': 'a' })
}

/** Two clones of one bare repository, as two runners have them. */
async function twoClones(): Promise<{ bare: string; one: string; two: string }> {
  const folder = await temporaryFolder()
  const bare = join(folder, 'bare.git')
  await testGit(folder, 'clone', '--quiet', '--bare', await localRepository(), bare)
  for (const name of ['one', 'two']) await testGit(folder, 'clone', '--quiet', bare, name)
  return { bare, one: join(folder, 'one'), two: join(folder, 'two') }
}

function ledger(folder: string, remote?: string, environment = 'production') {
  return gitLedger({ folder, environment, strategy: 'blue_green', remote, now })
}

describe('the ledger in a Git ref', () => {
  test('begins empty and returns what was recorded; git log is the audit trail', async () => {
    const folder = await localRepository()
    const empty = await ledger(folder).read()
    expect(empty).toMatchObject({ environment: 'production', serial: 0, live: null, operation: null })
    const mine = ledger(folder)
    const first = await mine.record(await mine.read(), { ...empty, live: 'blue' }, 'first: `$(id)` "quoted"')
    await mine.record(first, { ...first, live: 'green' }, 'second')
    expect(await ledger(folder).read()).toMatchObject({ serial: 2, live: 'green' })
    expect(await testGit(folder, 'log', '--format=%an %aI %s', 'refs/changeover/production')).toBe(
      'Changeover 2026-11-24T10:00:00+00:00 second\nChangeover 2026-11-24T10:00:00+00:00 first: `$(id)` "quoted"',
    )
    expect(await ledger(folder, undefined, 'staging').read()).toMatchObject({ serial: 0 })
  })

  test('of two records at once, the second is refused with ledger_moved and leaves nothing', async () => {
    const folder = await localRepository()
    const [one, two] = [ledger(folder), ledger(folder)]
    const [a, b] = [await one.read(), await two.read()]
    await one.record(a, { ...a, live: 'blue' }, 'one')
    await expect(two.record(b, { ...b, live: 'green' }, 'two')).rejects.toMatchObject({
      code: 'ledger_moved',
    })
    expect(await ledger(folder).read()).toMatchObject({ live: 'blue', serial: 1 })
    const again = await two.read()
    expect(await two.record(again, { ...again, live: 'green' }, 'two')).toMatchObject({ serial: 2 })
  })

  test('over a remote, another clone sees the record, and a stale one is refused', async () => {
    const { one, two } = await twoClones()
    const [first, second] = [ledger(one, 'origin'), ledger(two, 'origin')]
    const [a, b] = [await first.read(), await second.read()]
    const recorded = await first.record(a, { ...a, live: 'blue' }, 'one')
    await expect(second.record(b, { ...b, live: 'green' }, 'two')).rejects.toMatchObject({
      code: 'ledger_moved',
    })
    const seen = await second.read()
    expect(seen).toMatchObject({ live: 'blue', serial: 1 })
    await second.record(seen, { ...seen, live: 'green' }, 'two')
    await expect(first.record(recorded, { ...recorded, live: null }, 'three')).rejects.toMatchObject({
      code: 'ledger_moved',
    })
    expect(await testGit(two, 'log', '--format=%s', 'refs/changeover/production')).toBe('two\none')
  })

  test('with many runs at once, each accepted record is in the history, in one line', async () => {
    const { bare, one, two } = await twoClones()
    const accepted: string[] = []
    await Promise.all(
      [one, two].map(async (clone, runner) => {
        const mine = ledger(clone, 'origin')
        for (let turn = 0; turn < 4; turn++) {
          const state = await mine.read()
          try {
            await mine.record(state, state, `${runner}-${turn}`)
            accepted.push(`${runner}-${turn}`)
          } catch (error) {
            expect(error).toMatchObject({ code: 'ledger_moved' })
          }
        }
      }),
    )
    const history = (await testGit(bare, 'log', '--format=%s', 'refs/changeover/production')).split('\n')
    expect(history.sort()).toEqual(accepted.sort())
    expect(accepted.length).toBeGreaterThanOrEqual(4)
  })

  test('a remote that cannot be reached is named after three tries', async () => {
    const { bare, one } = await twoClones()
    await rm(bare, { recursive: true })
    await expect(ledger(one, 'origin').read()).rejects.toMatchObject({
      code: 'ledger_unreachable',
      remedy: expect.stringContaining('contents: write'),
    })
  })

  test('the hooks of the repository are not run', async () => {
    const folder = await localRepository()
    const hook = join(folder, '.git/hooks/reference-transaction')
    await writeFile(hook, '#!/bin/sh\nexit 1\n')
    await chmod(hook, 0o755)
    const mine = ledger(folder)
    const state = await mine.read()
    expect(await mine.record(state, state, 'one')).toMatchObject({ serial: 1 })
  })

  test('an invalid state is named, and never taken for an empty one', async () => {
    const folder = await localRepository()
    await testGit(folder, 'update-ref', 'refs/changeover/production', 'HEAD')
    await expect(ledger(folder).read()).rejects.toMatchObject({ code: 'ledger_unreadable' })
    const mine = ledger(folder, undefined, 'staging')
    const state = await mine.read()
    await mine.record(state, { ...state, live: 'red' as never }, 'nonsense')
    await expect(ledger(folder, undefined, 'staging').read()).rejects.toMatchObject({
      code: 'ledger_unreadable',
      message: expect.stringContaining('/live'),
    })
  })
})
