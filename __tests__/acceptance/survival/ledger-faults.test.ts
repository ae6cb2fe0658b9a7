import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { describeWithHaproxy } from '../../integration/drivers/routers/haproxy-lab.js'
import { ReleasePool } from '../../rig/survival/release-pool.js'
import { endOf, type RunEnd, SurvivalSite, wordOf } from '../../rig/survival/site.js'
import { testGit } from '../../support/repository.js'
import { until } from '../../support/until.js'
import { expectNoStack } from '../cli-result.js'

/** The deploy command waits until the test lets it go on. */
const WAITS = { deploy: { run: 'until [[ -e "$SITE/go" ]]; do sleep 0.05; done', timeout: '30s' } }

describeWithHaproxy("the ledger's remote", () => {
  let site: SurvivalSite
  let waiting: string
  let old: string
  beforeAll(async () => {
    site = await SurvivalSite.start()
    await ReleasePool.make(site)
    await site.configure({ ...WAITS, bake: { for: '1s' } })
    waiting = await site.release('4.0.0')
    old = await site.users()
  })
  afterAll(() => site.stop())
  afterEach(async () => {
    await rm(join(site.cli.root, 'go'), { force: true })
    expect(await site.flaws()).toEqual([])
  })

  const hide = () => rename(site.bare, `${site.bare}.away`)
  const bringBack = () => rename(`${site.bare}.away`, site.bare)
  const goOn = () => writeFile(join(site.cli.root, 'go'), '')
  const expectNamed = ({ result, stderr }: RunEnd) => {
    expect(result).toMatchObject({ message: expect.stringMatching(/./), remedy: expect.stringMatching(/./) })
    expectNoStack(stderr)
  }

  /** Start the deploy that waits, and wait until it does. */
  async function deployUntilItWaits() {
    const run = site.start(['deploy', '-r', waiting])
    await until('it deploys', async () => (await site.lastRecord()).endsWith(': deploy'))
    return run
  }

  test('is gone after the claim: users stay, and the next run ends it when it is back', async () => {
    const run = await deployUntilItWaits()
    await hide()
    await goOn()
    const end = endOf(await run.ended)
    await bringBack()
    expect(wordOf(end)).toBe('aborted (ledger_unreachable)')
    expectNamed(end)
    expect(await site.users()).toBe(old)
    expect(wordOf(await site.run('rollback'))).toBe('unchanged')
  })

  test('is away for a moment: the deploy is promoted all the same', async () => {
    const run = await deployUntilItWaits()
    await hide()
    await goOn()
    await delay(300)
    await bringBack()
    expect(wordOf(endOf(await run.ended))).toBe('promoted')
    expect(wordOf(await site.run('rollback'))).toBe('restored')
  })

  test('is gone while traffic is on the new color: the run says where they are, and the next one ends it', async () => {
    await goOn()
    const run = site.start(['deploy', '-r', waiting])
    await until('users are watched', async () => (await site.lastRecord()).endsWith(': bake'))
    await hide()
    const end = endOf(await run.ended)
    await bringBack()
    expect(end.result).toMatchObject({ outcome: 'failed', reason: 'ledger_unreachable' })
    expectNamed(end)
    expect(wordOf(await site.run('deploy', '-r', waiting))).toBe('promoted')
    expect(wordOf(await site.run('rollback'))).toBe('restored')
  })

  test('has a name that does not resolve: nothing is touched', async () => {
    const before = await site.diary()
    await testGit(
      site.cli.repository,
      'remote',
      'add',
      'lost',
      'https://name-that-is-not-there.invalid/l.git',
    )
    const end = await site.run('deploy', '-r', waiting, '--remote', 'lost')
    expect(wordOf(end)).toBe('aborted (ledger_unreachable)')
    expectNamed(end)
    expect(end.result?.message).toMatch(/resolve/i)
    expect(await site.diary()).toEqual(before)
  })

  test('refuses a record in the middle, as a protected ref does: users stay, and its words are told', async () => {
    const run = await deployUntilItWaits()
    const hook = join(site.bare, 'hooks/update')
    await writeFile(hook, '#!/bin/sh\necho "this ref is protected" >&2\nexit 1\n')
    await chmod(hook, 0o755)
    await goOn()
    const end = endOf(await run.ended)
    await rm(hook)
    expect(end.result).toMatchObject({
      outcome: 'aborted',
      message: expect.stringContaining('this ref is protected'),
    })
    expectNamed(end)
    expect(await site.users()).toBe(old)
    expect(wordOf(await site.run('rollback'))).toBe('unchanged')
  })
})
