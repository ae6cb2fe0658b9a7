import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { systemClock } from '../../../src/platform/clock.js'
import type { Release } from '../../../src/release/open.js'
import { Scene } from '../../support/changeover.js'
import { dead, dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

const quiet = (more: Record<string, unknown> = {}) =>
  scene.settings({ monitor: undefined, expand: undefined, bake: { for: '50ms' }, ...more })
const release = (version: string, more?: Record<string, unknown>) => scene.release(version, quiet(more))
const retired = async () => (await scene.diary()).filter((line) => line.startsWith('retire'))
const lastEnded = async () => (await scene.state()).history.at(-1)

/** A clock that goes after the deadline. */
const later = { clock: { ...systemClock, now: () => new Date(Date.now() + 31 * 24 * 3_600_000) } }

async function waiting(version: string, more?: Record<string, unknown>): Promise<Release> {
  const made = await release(version, more)
  expect(await scene.deploy(made, { until: 'verified' })).toMatchObject({ outcome: 'verified' })
  return made
}

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  await scene.deploy(await release('1'))
})
afterEach(() => scene.colors.stop())

describe('abort', () => {
  test('aborts a release that waits, and tears its color down; no request fails', async () => {
    await waiting('2')
    expect(await scene.abort()).toMatchObject({
      kind: 'abort',
      outcome: 'aborted',
      reason: 'completed',
      message: 'The deploy of 2 was aborted. Traffic is on blue. green was torn down.',
      release: { version: '2' },
      live: { color: 'blue', release: { version: '1' } },
    })
    expect(await retired()).toEqual(['retire green, live=blue'])
    expect(await scene.state()).toMatchObject({
      operation: null,
      live: 'blue',
      blue: { state: 'live' },
      green: { state: 'retired' },
    })
    expect(await lastEnded()).toMatchObject({ kind: 'deploy', outcome: 'aborted', reason: 'abort_requested' })
    expect(scene.colors.shifts).toEqual(['blue'])
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'contracted' })
    expect(await scene.deploy(await release('3'))).toMatchObject({ outcome: 'promoted', to_color: 'green' })
  })

  test('is unchanged when nothing is unfinished', async () => {
    expect(await scene.abort()).toMatchObject({ outcome: 'unchanged', operation: null })
    expect(await retired()).toEqual([])
  })

  test('leaves a color that the deploy did not reach: it is the way back', async () => {
    await scene.deploy(await release('2'))
    await dieAt(scene, 'deploy 3: fetch', await release('3'))
    expect(await scene.abort()).toMatchObject({ outcome: 'aborted' })
    expect(await retired()).toEqual([])
    expect(await scene.rollback()).toMatchObject({ outcome: 'restored', release: { version: '1' } })
  })

  test('leaves the color with teardown: false, and rollback does not offer it', async () => {
    await waiting('2')
    expect(await scene.abort({ teardown: false })).toMatchObject({
      outcome: 'aborted',
      message: expect.stringContaining('green was left as it is'),
    })
    expect(await retired()).toEqual([])
    expect(await scene.rollback({ to: '2' })).toMatchObject({ reason: 'nothing_to_roll_back_to' })
  })

  test.each(['shift', 'bake'])(
    'shifts traffic back after a crash in %s, then tears the color down',
    async (phase) => {
      await dieAt(scene, phase === 'shift' ? 'after the shift' : 'deploy 2: bake', await release('2'))
      expect(scene.colors.sends).toBe('green')
      expect(await scene.abort()).toMatchObject({ outcome: 'aborted', live: { color: 'blue' } })
      expect(scene.colors.sends).toBe('blue')
      expect(await retired()).toEqual(['retire green, live=blue'])
      expect(await lastEnded()).toMatchObject({ outcome: 'rolled_back', reason: 'abort_requested' })
    },
  )

  test('leaves traffic on a release whose hosts were being rolled', async () => {
    const rolling = [{ name: 'compute', hosts: ['c1'], deploy: { run: 'true' } }]
    await dieAt(scene, 'deploy 2: rolling', await release('2', { rolling }))
    expect(await scene.abort()).toMatchObject({ outcome: 'aborted', live: { color: 'green' } })
    expect(await retired()).toEqual([])
    expect(await lastEnded()).toMatchObject({ outcome: 'failed', reason: 'abort_requested' })
  })

  test('completes a rollback that had begun to shift', async () => {
    await scene.deploy(await release('2'))
    await dieAt(scene, 'after the shift', 'rollback')
    expect(await scene.abort()).toMatchObject({ outcome: 'aborted', live: { color: 'blue' } })
    expect(await retired()).toEqual([])
  })

  test('leaves the very first release live when there is nothing to go back to', async () => {
    const fresh = await Scene.create(await temporaryFolder())
    try {
      await dieAt(fresh, 'deploy 1: bake', await fresh.release('1'))
      expect(await fresh.abort()).toMatchObject({ outcome: 'aborted', live: { color: 'blue' } })
      expect(await fresh.diary()).not.toContainEqual(expect.stringContaining('retire'))
    } finally {
      await fresh.colors.stop()
    }
  })

  test.each(['deploy 1: fetch', 'deploy 1: deploy'])(
    'aborts the first deploy that crashed at %s',
    async (at) => {
      const fresh = await Scene.create(await temporaryFolder())
      try {
        await dieAt(fresh, at, await fresh.release('1'))
        expect(await fresh.abort()).toMatchObject({ outcome: 'aborted', live: null })
        expect((await fresh.state()).operation).toBeNull()
      } finally {
        await fresh.colors.stop()
      }
    },
  )

  test('ends an operation in place', async () => {
    const inPlace = { strategy: 'in_place', deploy: { run: 'true' } }
    await scene.deploy(await scene.release('2', inPlace))
    await dieAt(scene, 'deploy 3: deploy', await scene.release('3', inPlace))
    expect(await scene.abort()).toMatchObject({
      outcome: 'aborted',
      strategy: 'in_place',
      message: expect.stringContaining('To return to 2: changeover rollback'),
    })
    expect(await lastEnded()).toMatchObject({ outcome: 'failed', reason: 'abort_requested' })
  })
})

describe('is refused, and touches nothing', () => {
  async function refused(reason: string, options: Parameters<Scene['abort']>[0] = {}) {
    const { serial } = await scene.state()
    expect(await scene.abort(options)).toMatchObject({ outcome: 'refused', reason })
    expect((await scene.state()).serial).toBe(serial)
    expect(await retired()).toEqual([])
  }

  test('while a run is alive, unless it is taken over', async () => {
    await dieAt(scene, 'deploy 2: deploy', await release('2'))
    const alive = { liveness: async () => ({ state: 'alive' as const, why: 'it is' }) }
    await refused('operation_in_flight', { ports: alive })
    expect(await scene.abort({ ports: alive, takeOver: true })).toMatchObject({ outcome: 'aborted' })
  })

  test('past the point of no return', async () => {
    await dieAt(scene, 'deploy 2: contract', await release('2'), 'finalized')
    await refused('contracted')
  })

  test('when the router sends traffic to the color that would be torn down', async () => {
    await waiting('2')
    scene.colors.sends = 'green'
    await refused('router_disagrees')
  })

  test('with the archive of another release, where its files are needed', async () => {
    await waiting('2')
    await rm(join(scene.folder, 'unpacked'), { recursive: true })
    await refused('release_not_held', { release: await release('9') })
  })
})

describe('the color', () => {
  test('is left, with a message, when the files of its command are nowhere', async () => {
    const second = await waiting('2')
    await rm(join(scene.folder, 'unpacked'), { recursive: true })
    expect(await scene.abort()).toMatchObject({
      outcome: 'aborted',
      message: expect.stringContaining(
        'its retire command needs the files of 2, which are neither on this machine nor in a store',
      ),
    })
    expect(await retired()).toEqual([])
    await scene.deploy(second, { until: 'verified' })
    await rm(join(scene.folder, 'unpacked'), { recursive: true })
    expect(await scene.abort({ release: second })).toMatchObject({ outcome: 'aborted' })
    expect(await retired()).toEqual(['retire green, live=blue'])
  })

  test('that traffic was shifted to by hand meanwhile is not torn down', async () => {
    await waiting('2')
    const ledger = scene.ledger()
    const record: typeof ledger.record = async (previous, next, why) => {
      if (why.includes('tear green down')) scene.colors.sends = 'green'
      return ledger.record(previous, next, why)
    }
    const result = await scene.abort({ ports: { ledger: { ...ledger, record } } })
    expect(result).toMatchObject({ outcome: 'failed', reason: 'router_disagrees' })
    expect(await retired()).toEqual([])
  })

  test('that could not be torn down waits for the next abort or deploy', async () => {
    const retire = { run: 'test ! -e "$DIARY.stuck" && echo "retire $CHANGEOVER_COLOR" >> "$DIARY"' }
    const second = await waiting('2', { retire })
    await writeFile(join(scene.folder, 'diary.stuck'), '')
    expect(await scene.abort()).toMatchObject({
      outcome: 'failed',
      reason: 'command_failed',
      remedy: expect.stringContaining('run changeover abort -e '),
      live: { color: 'blue' },
    })
    expect(await scene.state()).toMatchObject({ operation: { owner: null }, green: { state: 'deploying' } })
    await rm(join(scene.folder, 'diary.stuck'))
    expect(await scene.abort()).toMatchObject({ outcome: 'aborted' })
    expect(await retired()).toEqual(['retire green'])
    expect(await scene.deploy(second)).toMatchObject({ outcome: 'promoted' })
    expect((await scene.diary()).filter((line) => line === 'deploy 2 to green')).toHaveLength(2)
  })

  test('whose teardown died is not continued as if it were whole', async () => {
    const second = await waiting('2')
    const ledger = scene.ledger()
    let died = false
    const record: typeof ledger.record = async (previous, next, why) => {
      if (died) throw new Error('killed')
      died = why.includes('tear green down')
      return ledger.record(previous, next, why)
    }
    await scene.abort({ ports: { owner: dead, ledger: { ...ledger, record } } })
    expect(died).toBe(true)
    expect(await scene.deploy(second)).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
    expect((await scene.diary()).filter((line) => line === 'deploy 2 to green')).toHaveLength(2)
  })
})

describe('promote_within', () => {
  test('is recorded as the deadline once, when a release is verified', async () => {
    const second = await waiting('2', { promote_within: '1h' })
    const { operation } = await scene.state()
    const ms = Date.parse(operation?.deadline ?? '') - Date.parse(operation?.started_at ?? '')
    expect(ms).toBeGreaterThanOrEqual(3_600_000)
    expect(ms).toBeLessThan(3_660_000)
    await scene.deploy(second, { until: 'verified' })
    expect((await scene.state()).operation?.deadline).toBe(operation?.deadline)
  })

  test('lets a release be promoted in time', async () => {
    const second = await waiting('2')
    expect(await scene.deploy(second)).toMatchObject({ outcome: 'promoted' })
  })

  test('tears down a release that is promoted too late; it can be deployed again', async () => {
    const second = await waiting('2')
    expect(await scene.deploy(second, { ports: later })).toMatchObject({
      outcome: 'aborted',
      reason: 'deadline_passed',
      message: expect.stringContaining('green was torn down'),
      remedy: expect.stringContaining('Deploy it again'),
      live: { color: 'blue' },
    })
    expect(scene.colors.shifts).toEqual(['blue'])
    expect(await retired()).toEqual(['retire green, live=blue'])
    expect(await lastEnded()).toMatchObject({ outcome: 'aborted', reason: 'deadline_passed' })
    expect(await scene.deploy(second, { ports: later })).toMatchObject({ outcome: 'promoted' })
  })

  test('abort --expired does nothing before the deadline, and aborts after it', async () => {
    expect(await scene.abort({ expired: true })).toMatchObject({ outcome: 'unchanged' })
    await waiting('2')
    expect(await scene.abort({ expired: true })).toMatchObject({
      outcome: 'unchanged',
      message: expect.stringContaining('It may be promoted until'),
    })
    expect((await scene.state()).operation).not.toBeNull()
    expect(await scene.abort({ expired: true, ports: later })).toMatchObject({ outcome: 'aborted' })
    expect(await retired()).toEqual(['retire green, live=blue'])
  })
})
