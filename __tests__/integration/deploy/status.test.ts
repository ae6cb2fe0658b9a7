import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { knownRouter, liveProbes, statusOf } from '../../../src/deploy/operations/status.js'
import { Scene } from '../../support/changeover.js'
import { dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const folders = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await folders())
})
afterEach(() => scene.colors.stop())

/** What `changeover status` asks, and of whom. */
async function look() {
  const state = await scene.state()
  const ports = await scene.ports()
  return {
    status: await statusOf(state, 'here', ports),
    nodes: await knownRouter(state, ports)?.nodes(),
    live: liveProbes(state, ports)?.color,
  }
}

test('no router is known before the first deploy', async () => {
  expect(await look()).toMatchObject({ nodes: undefined, live: undefined, status: { unfinished: null } })
})

test('the router is known while the first deploy is in flight, and nothing is live', async () => {
  await dieAt(scene, ': verify', await scene.release('1'))
  const { status, nodes, live } = await look()
  expect(live).toBeUndefined()
  expect(nodes).toEqual([{ node: 'two colors', current: 'none', services: {}, error: null }])
  expect(status.unfinished).toMatchObject({
    phase: 'verify',
    remedy: expect.stringContaining('changeover deploy -e production --release 1'),
  })
})

test('the router and the way back are known while the second one bakes', async () => {
  await scene.deploy(await scene.release('1'))
  await dieAt(scene, ': bake', await scene.release('2'))
  const { status, nodes } = await look()
  expect(nodes?.map(({ current }) => current)).toEqual(['green'])
  expect(status).toMatchObject({ unfinished: { phase: 'bake' }, rollback: { to: '1' } })
})

test('after it has ended, rollback is possible until the window closes, and nothing is left to resume', async () => {
  await scene.deploy(await scene.release('1'))
  await scene.deploy(await scene.release('2', scene.settings({ rollback_window: '1h' })))
  const { status, live } = await look()
  const closes = Date.parse(status.blue?.since ?? '') + 3_600_000
  expect(status.rollback).toEqual({ to: '1', until: new Date(closes).toISOString() })
  expect({ live, unfinished: status.unfinished }).toEqual({ live: 'green', unfinished: null })
})
