import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { dieAt } from '../../support/death.js'
import { ALL, batch, RollingScene, STEPS } from '../../support/rolling.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let site: RollingScene

beforeEach(async () => {
  site = await RollingScene.create(await temporaryFolder())
})
afterEach(() => site.scene.colors.stop())

describe('the same release again', () => {
  test('continues with the hosts that are left and the whole failed batch, and is then live', async () => {
    const { failed } = await site.failedAt('deploy', 'c3')
    await site.mend('deploy', 'c3')
    await site.forget()
    const result = await site.scene.deploy(failed)
    expect(result).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
    expect(result.rolled[1]).toMatchObject({ hosts: ['c1', 'c2', 'c3', 'c4', 'c5'], done: true })
    expect(await site.done()).toEqual([...batch('c2,c3'), ...batch('c4,c5')])
    expect(site.scene.colors.shifts).toEqual(['blue', 'green']) // nothing is deployed or shifted anew
    expect(await site.scene.deploy(failed)).toMatchObject({ outcome: 'unchanged', reason: 'already_live' })
  })

  test('is live already for --until verified', async () => {
    const { failed } = await site.failedAt('deploy', 'c3')
    expect(await site.scene.deploy(failed, { until: 'verified' })).toMatchObject({ outcome: 'unchanged' })
  })

  test('continues in an environment with one color as well', async () => {
    await site.breakHost('deploy', 'c1')
    const first = await site.release('1')
    expect(await site.scene.deploy(first)).toMatchObject({ outcome: 'failed', live: { color: 'blue' } })
    await site.mend('deploy', 'c1')
    expect(await site.scene.deploy(first, { until: 'finalized' })).toMatchObject({ outcome: 'promoted' })
    const lines = await site.scene.diary()
    expect(lines.filter((line) => line.startsWith('retire'))).toEqual([])
  })

  test('does not contract before all hosts are rolled', async () => {
    const { failed } = await site.failedAt('verify', 'c5')
    expect(await site.scene.deploy(failed, { until: 'finalized' })).toMatchObject({ outcome: 'failed' })
    expect((await site.scene.diary()).join()).not.toContain('contract')
    expect((await site.scene.state()).blue).toMatchObject({ state: 'standby' })
    await site.mend('verify', 'c5')
    expect(await site.scene.deploy(failed, { until: 'finalized' })).toMatchObject({ outcome: 'promoted' })
    expect((await site.scene.diary()).at(-1)).toContain('retire blue')
  })

  test('with fewer hosts than before is done with those', async () => {
    const list = site.mark('list')
    const hosts = { run: 'cat "$DIARY.list"' }
    await writeFile(list, 'c1\nc2\nc3\n')
    await site.breakHost('deploy', 'c3')
    const first = await site.release('1', [{ ...STEPS[1], batch: 1, hosts }])
    expect(await site.scene.deploy(first)).toMatchObject({ outcome: 'failed' })
    await writeFile(list, 'c1\nc2\n') // c3 was taken out of the cloud
    await site.forget()
    expect(await site.scene.deploy(first)).toMatchObject({ outcome: 'promoted', rolled: [{ done: true }] })
    expect(await site.done()).toEqual([])
  })
})

describe('another release', () => {
  test('over unfinished rolling rolls all hosts anew', async () => {
    await site.failedAt('deploy', 'c3')
    await site.mend('deploy', 'c3')
    await site.forget()
    expect(await site.scene.deploy(await site.release('3'))).toMatchObject({
      outcome: 'promoted',
      live: { color: 'blue' },
    })
    expect(await site.done()).toEqual(ALL)
  })

  test('whose rolling has begun voids what the previous one had left', async () => {
    const { failed } = await site.failedAt('deploy', 'c3')
    expect(await site.scene.deploy(await site.release('3'))).toMatchObject({ outcome: 'failed' })
    expect(await site.scene.rollback()).toMatchObject({
      outcome: 'restored',
      live: { release: { version: '2' } },
    })
    await site.forget()
    expect(await site.scene.deploy(failed)).toMatchObject({ outcome: 'unchanged' })
  })
})

describe('a rollback over unfinished rolling', () => {
  test('shifts traffic back, and names the hosts that stay', async () => {
    await site.failedAt('deploy', 'c3')
    await site.forget()
    const result = await site.scene.rollback()
    expect(result).toMatchObject({ outcome: 'restored', live: { color: 'blue', release: { version: '1' } } })
    expect(result.message).toContain('These hosts stay on 2: conductor (k1, k2); compute (c1).')
    expect(await site.scene.diary()).toEqual([])
    // and the release that traffic is back on does not take the hosts back either
    expect((await site.scene.state()).blue).not.toHaveProperty('rolling')
  })
})

describe('a run that crashes while it rolls', () => {
  test.each<[string, string[]]>([
    [': rolling', ALL],
    [': conductor: batch 2 of 2', ALL.slice(2)],
    [': compute: batch 1 of 3', [...batch('c2,c3'), ...batch('c4,c5')]],
    [': compute: batch 3 of 3', []],
    [': all hosts are rolled', []],
  ])('at "%s" is resumed from there, without a second shift or bake', async (at, left) => {
    await site.scene.deploy(await site.release('1'))
    const second = await site.release('2')
    await dieAt(site.scene, at, second)
    await site.forget()
    const bakes = (await site.scene.journal()).filter((line) => line.endsWith(': bake')).length
    expect(await site.scene.deploy(second)).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
    expect(await site.done()).toEqual(left)
    expect(site.scene.colors.shifts).toEqual(['blue', 'green'])
    expect((await site.scene.journal()).filter((line) => line.endsWith(': bake'))).toHaveLength(bakes)
  })

  test('is not resumed while the router disagrees', async () => {
    await site.scene.deploy(await site.release('1'))
    const second = await site.release('2')
    await dieAt(site.scene, ': compute: batch 1 of 3', second)
    site.scene.colors.sends = 'blue'
    await site.forget()
    expect(await site.scene.deploy(second)).toMatchObject({ outcome: 'aborted', reason: 'router_disagrees' })
    expect(await site.done()).toEqual([])
  })

  test('is ended by another release: traffic stays until its shift, and it rolls all hosts', async () => {
    await site.scene.deploy(await site.release('1'))
    await dieAt(site.scene, ': compute: batch 1 of 3', await site.release('2'))
    await site.forget()
    expect(await site.scene.deploy(await site.release('3'))).toMatchObject({ outcome: 'promoted' })
    const ended = (await site.scene.state()).history.map(
      (one) => `${one.release.version} ${one.outcome} ${one.reason}`,
    )
    expect(ended).toEqual(['1 promoted completed', '2 failed superseded', '3 promoted completed'])
    expect(await site.done()).toEqual(ALL)
  })
})
