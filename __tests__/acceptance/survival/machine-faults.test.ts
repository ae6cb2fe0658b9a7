import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { describeWithHaproxy } from '../../integration/drivers/routers/haproxy-lab.js'
import { mayMount, withFullDisk } from '../../rig/survival/full-disk.js'
import { hasStandby, ReleasePool } from '../../rig/survival/release-pool.js'
import { endOf, SurvivalSite, wordOf } from '../../rig/survival/site.js'
import { patient } from '../../support/pace.js'
import { until } from '../../support/until.js'
import { expectNoStack } from '../cli-result.js'

describeWithHaproxy('the machine', () => {
  let site: SurvivalSite
  let pool: ReleasePool
  let old: string
  let release: string
  beforeAll(async () => {
    site = await SurvivalSite.start()
    pool = await ReleasePool.make(site)
  })
  afterAll(() => site.stop())
  beforeEach(async () => {
    if (!(await hasStandby(site))) await pool.deploy(site, undefined)
    old = await site.users()
    release = await pool.unused(site)
  })
  afterEach(async () => expect(await site.flaws(true)).toEqual([]))

  const onFullDisk = mayMount ? test : test.skip
  const needed = mayMount ? '' : ' (skipped: needs root)'

  onFullDisk(`has no room for a release: users stay${needed}`, async () => {
    const state = join(site.cli.root, 'full')
    await mkdir(state)
    const env = { CHANGEOVER_STATE_DIR: state }
    const end = await withFullDisk(state, {}, async () =>
      endOf(await site.start(['deploy', '-r', release], { env }).ended),
    )
    expect(end.result).toMatchObject({
      outcome: 'aborted',
      message: expect.stringMatching(/no space left/i),
    })
    expect(end.result?.reason).not.toBe('internal_error')
    expect(end.result?.remedy).not.toContain('report')
    expectNoStack(end.stderr)
    expect(await site.users()).toBe(old)
  })

  onFullDisk(`has no room for a map file: every node is put back${needed}`, async () => {
    const [, node] = site.nodes
    if (!node) throw new Error('there is no second node')
    const before = await readFile(node.mapFile, 'utf8')
    await withFullDisk(dirname(node.mapFile), { 'web.map': before }, async () => {
      const end = await site.run('deploy', '-r', release)
      expect(end.result).toMatchObject({
        outcome: 'aborted',
        reason: 'shift_failed',
        message: expect.stringMatching(/no space left/i),
      })
      expectNoStack(end.stderr)
      expect(await readFile(node.mapFile, 'utf8')).toBe(before)
      expect((await readdir(dirname(node.mapFile))).sort()).toEqual(['ballast', 'web.map'])
    })
    expect(await site.users()).toBe(old)
  })

  test('loses a release between verified and shifted: it is unpacked anew, or named when it is nowhere', async () => {
    expect(wordOf(await site.run('deploy', '-r', release, '--until', 'verified'))).toBe('verified')
    await rename(release, `${release}.away`)
    const end = await site.run('deploy', '-r', release)
    await rename(`${release}.away`, release)
    expect(end).toMatchObject({ exitCode: 2, result: { code: expect.stringMatching(/release/) } })
    expectNoStack(end.stderr)
    expect(await site.users()).toBe(old)
    expect((await site.state()).operation).toMatchObject({ owner: null })

    await rm(join(site.cli.root, 'state'), { recursive: true })
    expect(wordOf(await site.run('deploy', '-r', release))).toBe('promoted')
  })

  describe('cancels the job, with a command that does not listen', () => {
    test('during deploy: it is ended in time, and users stay', async () => {
      const run = `trap '' TERM INT; echo $$ > "$SITE/command.pid"; for n in {1..600}; do sleep 0.1; done`
      await site.configure({ deploy: { run } })
      const stubborn = await site.release('5.0.0')
      const deploy = site.start(['deploy', '-r', stubborn])
      const file = join(site.cli.root, 'command.pid')
      const pid = async () => Number(await readFile(file, 'utf8').catch(() => '0'))
      await until('the command runs', async () => (await pid()) > 0)
      const cancelled = performance.now()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(deploy.pid, signal)
      const end = endOf(await deploy.ended)
      expect(performance.now() - cancelled).toBeLessThan(patient(7_500))
      expect(wordOf(end)).toBe('aborted (cancelled)')
      expectNoStack(end.stderr)
      expect([...(await site.cli.processes()).keys()]).not.toContain(await pid())
      expect(await site.users()).toBe(old)
    })
  })

  test.each([
    ['an hour ahead', 3_600_000],
    ['an hour back', -3_600_000],
  ])(
    'has a clock that jumps %s in the middle of a deploy: it ends well, or users stay',
    async (_where, ms) => {
      const jump = join(site.cli.root, 'jump.mjs')
      await writeFile(jump, jumpingClock(ms, join(site.cli.root, 'jumped')))
      const env = { NODE_OPTIONS: `--import ${pathToFileURL(jump).href}` }
      const end = endOf(await site.start(['deploy', '-r', release], { env }).ended)
      expect(await readFile(join(site.cli.root, 'jumped'), 'utf8')).toBe('yes')
      // whose clock says that its lease has ended keeps its hands off, or shifts traffic back
      expect(['promoted', 'aborted (lease_lost)', 'rolled_back (lease_lost)']).toContain(wordOf(end))
      expectNoStack(end.stderr)
      if (end.exitCode !== 0) expect(await site.users()).toBe(old)
      expect(['promoted', 'unchanged (already_live)']).toContain(
        wordOf(await site.run('deploy', '-r', release)),
      )
      expect(await site.users()).not.toBe(old)
    },
  )
})

/** A module that sets a process's clock when it has run for a while. */
function jumpingClock(ms: number, mark: string): string {
  return `import { writeFileSync } from 'node:fs'
    const RealDate = Date
    let shift = 0
    globalThis.Date = class extends RealDate {
      constructor(...args) { if (args.length === 0) super(RealDate.now() + shift); else super(...args) }
      static now() { return RealDate.now() + shift }
    }
    setTimeout(() => { shift = ${ms}; writeFileSync(${JSON.stringify(mark)}, 'yes') }, 400).unref()`
}
