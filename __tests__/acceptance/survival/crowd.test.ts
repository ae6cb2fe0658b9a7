import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { describeWithHaproxy } from '../../integration/drivers/routers/haproxy-lab.js'
import { cloneOf, runCrowd } from '../../rig/survival/crowd.js'
import { ReleasePool } from '../../rig/survival/release-pool.js'
import { SurvivalSite, wordOf } from '../../rig/survival/site.js'
import { expectNoStack } from '../cli-result.js'

/** What becomes of who comes second, third and so on. */
const LOST = [
  'aborted (operation_in_flight)',
  'aborted (ledger_moved)',
  'refused (operation_in_flight)',
  'refused (ledger_moved)',
  'refused (nothing_to_roll_back_to)',
]
/** A late one may find that its wish has come true, or that its turn has come. */
const GOOD = ['promoted', 'restored', 'unchanged (already_live)']

describeWithHaproxy('twenty runs at once: deploys of two releases, and rollbacks', () => {
  let site: SurvivalSite
  let pool: ReleasePool
  beforeAll(async () => {
    site = await SurvivalSite.start()
    pool = await ReleasePool.make(site)
  })
  afterAll(() => site.stop())

  test.each(['one repository', 'clones of their own'])(
    'in %s: each says how it ended, at least one ends well, and never do two own the environment',
    async (where) => {
      const own = site.cli.repository
      const folders =
        where === 'one repository' ? [own] : [own, await cloneOf(site, 'a'), await cloneOf(site, 'b')]
      const { ends, flaws } = await runCrowd(site, pool, 20, folders)
      expect(flaws).toEqual([])
      expect(ends.map(wordOf).filter((word) => !LOST.includes(word) && !GOOD.includes(word))).toEqual([])
      expect(ends.map(wordOf).filter((word) => GOOD.includes(word)).length).toBeGreaterThan(0)
      for (const { exitCode, result, stderr } of ends) {
        expectNoStack(stderr)
        expect(exitCode).toBe(
          result && GOOD.includes(wordOf({ exitCode, result, stderr, stdout: '' })) ? 0 : 1,
        )
        if (result?.reason !== 'operation_in_flight') continue
        expect(result.message).toMatch(
          /^A (deploy|rollback) of .+ is in flight: .+process \d+ on .+since \d{4}-/,
        )
        expect(result.remedy).toContain('--take-over')
      }
    },
  )
})
