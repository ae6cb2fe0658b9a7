import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Scene } from '../../support/changeover.js'
import { dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

describe('finalize', () => {
  test('runs contract and retire in one run; then there is no way back', async () => {
    await scene.deploy(await scene.release('1'))
    const result = await scene.deploy(await scene.release('2'), { until: 'finalized' })
    expect(result).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
    expect((await scene.diary()).slice(-2)).toEqual([
      'contract on green, live=green',
      'retire blue, live=green',
    ])
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'contracted' })
  })

  test('runs later, for a live release; a second time changes nothing', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await scene.deploy(release)
    expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({
      outcome: 'promoted',
      from_color: 'blue',
      to_color: 'green',
    })
    expect((await scene.diary()).filter((line) => line.startsWith('contract'))).toHaveLength(1)
    expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({ outcome: 'unchanged' })
    expect((await scene.diary()).filter((line) => line.startsWith('contract'))).toHaveLength(1)
  })

  test('a failed contract command can be run again, but not rolled back', async () => {
    await scene.deploy(await scene.release('1'))
    const contract = { run: 'test -e "$DIARY.may-contract"' }
    const release = await scene.release('2', scene.settings({ contract }))
    expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({
      outcome: 'failed',
      reason: 'command_failed',
      live: { color: 'green' },
    })
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'contracted' })
    await writeFile(join(scene.folder, 'diary.may-contract'), '')
    expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({ outcome: 'promoted' })
  })
})

describe('a run that died past the point of no return', () => {
  const times = async (line: string) => (await scene.diary()).filter((written) => written === line).length

  test.each([': contract', ': retire'])(
    'at "%s": the same release continues with what is left, and does nothing else',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      const release = await scene.release('2')
      await dieAt(scene, at, release, 'finalized')
      const shifts = scene.colors.shifts.length
      // also when it is not asked to: what has begun is brought to its end
      expect(await scene.deploy(release)).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
      expect(scene.colors.shifts).toHaveLength(shifts)
      expect(await times('deploy 2 to green')).toBe(1)
      expect(await times('contract on green, live=green')).toBe(1)
      expect(await times('retire blue, live=green')).toBe(1)
      expect(await scene.state()).toMatchObject({ operation: null, blue: { state: 'retired' } })
    },
  )

  test.each([': contract', ': retire'])(
    'at "%s": a rollback is refused, and what is unfinished stays to be finished',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      await dieAt(scene, at, await scene.release('2'), 'finalized')
      const refused = await scene.rollback()
      expect(refused).toMatchObject({ outcome: 'refused', reason: 'contracted', live: { color: 'green' } })
      expect(refused.remedy).toContain('--until finalized')
      expect(scene.colors.sends).toBe('green')
      expect((await scene.state()).operation).not.toBeNull()
    },
  )

  test('another release leaves traffic where it is, and goes to the abandoned color', async () => {
    await scene.deploy(await scene.release('1'))
    await dieAt(scene, ': contract', await scene.release('2'), 'finalized')
    const result = await scene.deploy(await scene.release('3'))
    expect(result).toMatchObject({ outcome: 'promoted', from_color: 'green', to_color: 'blue' })
    expect(scene.colors.shifts).toEqual(['blue', 'green', 'blue'])
    expect((await scene.state()).history.at(-2)).toMatchObject({ outcome: 'failed', reason: 'superseded' })
  })

  test.each(['claimed by a run that died', ': fetch', ': contract', ': retire'])(
    'finalizing a live release, at "%s": the live color is never deployed to again',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      const release = await scene.release('2')
      await scene.deploy(release)
      await dieAt(scene, at, release, 'finalized')
      const before = { deploys: await times('deploy 2 to green'), shifts: scene.colors.shifts.length }
      expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({ outcome: 'promoted' })
      expect(await times('deploy 2 to green')).toBe(before.deploys)
      expect(scene.colors.shifts).toHaveLength(before.shifts)
      expect(await scene.state()).toMatchObject({
        live: 'green',
        operation: null,
        blue: { state: 'retired' },
      })
    },
  )
})
