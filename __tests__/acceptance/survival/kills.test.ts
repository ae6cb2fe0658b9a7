import { describe, expect, test } from '@jest/globals'
import { describeWithHaproxy } from '../../integration/drivers/routers/haproxy-lab.js'
import { type Cell, expectedEnd, expectedFirst, runCell } from '../../rig/survival/boundaries.js'
import { inLanes } from '../../rig/survival/lanes.js'
import { measure, randomKills, runKill } from '../../rig/survival/random-kills.js'
import { ReleasePool } from '../../rig/survival/release-pool.js'

/** One of each kind of ends; ./script/test cloud runs the whole matrix. */
const CELLS: Cell[] = [
  { kind: 'deploy', record: 'claimed', moment: 'before', next: 'again' },
  { kind: 'deploy', record: 'claimed', moment: 'after', next: 'rollback' },
  { kind: 'deploy', record: 'deploy', moment: 'unheard', next: 'again' },
  { kind: 'deploy', record: 'verify', moment: 'lost', next: 'again' },
  { kind: 'deploy', record: 'shift', moment: 'after', next: 'again' },
  { kind: 'deploy', record: 'bake', moment: 'before', next: 'rollback' },
  { kind: 'deploy', record: 'bake', moment: 'after', next: 'again' },
  { kind: 'deploy', record: 'promoted', moment: 'before', next: 'again' },
  { kind: 'deploy', record: 'promoted', moment: 'after', next: 'again' },
  { kind: 'finalize', record: 'contract', moment: 'after', next: 'rollback' },
  { kind: 'finalize', record: 'retire', moment: 'before', next: 'again' },
  { kind: 'rollback', record: 'verify', moment: 'after', next: 'again' },
  { kind: 'rollback', record: 'bake', moment: 'before', next: 'deploy' },
  { kind: 'rollback', record: 'bake', moment: 'after', next: 'again' },
]

describeWithHaproxy('a run that is killed, with the ledger on a remote and two HAProxy nodes', () => {
  test('at a boundary of its phases: the next run ends well, and no request failed', async () => {
    const ends = await inLanes(3, CELLS, ReleasePool.make, runCell)
    expect(ends.map(({ users: _users, ...end }) => end)).toEqual(
      CELLS.map((cell) => ({
        ...cell,
        first: expectedFirst(cell),
        after: expectedEnd(cell),
        flaws: [],
      })),
    )
    const where = ends.map(({ kind, record, moment, users }) => `${kind} ${record} ${moment}: ${users}`)
    expect(where).toEqual(
      expect.arrayContaining([
        'deploy shift after: old',
        'deploy bake before: new',
        'deploy bake after: new',
        'rollback verify after: old',
        'rollback bake before: new',
      ]),
    )
  })

  test('at random moments: it takes three runs at most', async () => {
    const ends = await inLanes(3, randomKills(10, 6), measure, runKill)
    expect(ends.filter(({ good, flaws }) => !good || flaws.length > 0)).toEqual([])
    expect(ends).toHaveLength(10)
  })
})

describe('the moments', () => {
  test('are the same ones for the same seed', () => {
    expect(randomKills(20, 7)).toEqual(randomKills(20, 7))
    expect(randomKills(20, 7)).not.toEqual(randomKills(20, 8))
    expect(randomKills(200, 7).every(({ share }) => share >= 0 && share < 1)).toBe(true)
  })
})
