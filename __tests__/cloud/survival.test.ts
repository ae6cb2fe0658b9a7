import { expect, test } from '@jest/globals'
import { describeWithHaproxy } from '../integration/drivers/routers/haproxy-lab.js'
import { expectedEnd, expectedFirst, runCell, wholeMatrix } from '../rig/survival/boundaries.js'
import { keep, matrixTable, momentsTable } from '../rig/survival/figures.js'
import { inLanes } from '../rig/survival/lanes.js'
import { measure, randomKills, runKill } from '../rig/survival/random-kills.js'
import { ReleasePool } from '../rig/survival/release-pool.js'

/** How many runs are killed at moments that nobody chose, and which moments those are. */
const KILLS = Number(process.env.CHANGEOVER_KILLS ?? 200)
const SEED = Number(process.env.CHANGEOVER_KILLS_SEED ?? Math.floor(Math.random() * 1_000_000))
/** Sites side by side. Most of the time they wait. */
const LANES = 4
const LIMIT_MS = 15 * 60_000

describeWithHaproxy('a run that is killed', () => {
  test(
    'at each boundary of its phases, before and after: the next run ends well',
    async () => {
      const cells = wholeMatrix()
      const ends = await inLanes(LANES, cells, ReleasePool.make, runCell)
      await keep(ends)
      process.stdout.write(`${matrixTable(ends)}\n`)
      expect(ends.map(({ users: _users, ...end }) => end)).toEqual(
        cells.map((cell) => ({
          ...cell,
          first: expectedFirst(cell),
          after: expectedEnd(cell),
          flaws: [],
        })),
      )
    },
    LIMIT_MS,
  )

  test(
    `at ${KILLS} random moments (CHANGEOVER_KILLS_SEED=${SEED}): it takes three runs at most`,
    async () => {
      const ends = await inLanes(LANES, randomKills(KILLS, SEED), measure, runKill)
      await keep(ends)
      process.stdout.write(`${momentsTable(ends)}\n`)
      expect(ends.filter(({ good, flaws }) => !good || flaws.length > 0)).toEqual([])
      expect(ends).toHaveLength(KILLS)
    },
    LIMIT_MS,
  )
})
