import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { planDeployAnew, planRollback } from '../../../src/deploy/operations/rollback-plan.js'
import type { RollbackRequest } from '../../../src/deploy/operations/rollback-target.js'
import { RouterError } from '../../../src/drivers/routers/router.js'
import type { Release } from '../../../src/release/open.js'
import { rollbackPlanMarkdown, rollbackPlanText } from '../../../src/report/plan/rollback.js'
import { Scene } from '../../support/changeover.js'
import { dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene
let first: Release

const quiet = (more: Record<string, unknown> = {}) =>
  scene.settings({ monitor: undefined, bake: { for: '50ms' }, ...more })
const release = (version: string, more?: Record<string, unknown>) => scene.release(version, quiet(more))

/** The plan; and nothing is changed by it. */
async function plan(options: Partial<RollbackRequest> = {}) {
  const before = [await scene.state(), scene.colors.shifts.length, await scene.diary(), await unpacked()]
  const request = {
    environment: 'production',
    to: undefined,
    release: undefined,
    takeOver: false,
    ...options,
  }
  const made = await planRollback(request, await scene.ports(), new AbortController().signal)
  expect([await scene.state(), scene.colors.shifts.length, await scene.diary(), await unpacked()]).toEqual(
    before,
  )
  return made
}
const unpacked = () => readdir(join(scene.folder, 'unpacked')).catch(() => [])

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
  first = await release('1')
  await scene.deploy(first)
})
afterEach(() => scene.colors.stop())

describe('the plan of a rollback', () => {
  test('tells where traffic would go, until when, what stays, and which checks were made', async () => {
    const rolling = [{ name: 'compute', hosts: ['c1'], deploy: { run: 'true' } }]
    await scene.deploy(await release('2', { rolling, rollback_window: '1h' }))
    const { green, blue } = await scene.state()
    const possible = await plan()
    expect(possible).toEqual({
      schema: 'changeover/rollback-plan/v1',
      outcome: 'possible',
      reason: 'completed',
      message: 'Traffic would be shifted from 2 on green to 1 on blue.',
      remedy: null,
      environment: 'production',
      strategy: 'blue_green',
      method: 'shift',
      from: 'green',
      to: 'blue',
      release: blue?.release,
      window_closes_at: new Date(Date.parse(blue?.since ?? '') + 3_600_000).toISOString(),
      unfinished: null,
      stays: ['These hosts stay on 2: compute (c1).', 'The schema stays expanded by 2.'],
      checks: [
        { name: 'router', verdict: 'good', why: null },
        { name: 'says yes', verdict: 'good', why: null },
      ],
    })
    expect(green?.rolled).toBeDefined()
    const text = rollbackPlanText(possible, { color: false })
    expect(text).toContain('✔ rollback possible in production (completed); nothing was changed')
    expect(text).toContain('  traffic  green → blue')
    expect(text).toContain('  check    says yes: good')
  })

  test('unpacks the archive for probes whose files are missing, and only for their time', async () => {
    await scene.deploy(await release('2'))
    await rm(join(scene.folder, 'unpacked'), { recursive: true })
    expect(await plan()).toMatchObject({
      outcome: 'refused',
      reason: 'release_not_held',
      checks: [{ name: 'router' }, { name: 'archive', verdict: 'bad' }],
    })
    expect(await plan({ release: first })).toMatchObject({
      outcome: 'possible',
      checks: [
        { name: 'router' },
        { name: 'archive', verdict: 'good' },
        { name: 'says yes', verdict: 'good' },
      ],
    })
  })

  test('is refused for the reason that the rollback would have', async () => {
    expect(await plan()).toMatchObject({
      outcome: 'refused',
      reason: 'nothing_to_roll_back_to',
      method: null,
    })
    await scene.deploy(await release('2'))
    expect(await plan({ to: '2' })).toMatchObject({ outcome: 'refused', reason: 'already_live' })
    await writeFile(join(scene.folder, 'diary.sick-blue'), '')
    expect(await plan()).toMatchObject({
      outcome: 'refused',
      reason: 'probe_failed',
      message: expect.stringContaining('"says yes" failed'),
    })
    scene.colors.onCheck = () => {
      throw new RouterError('router_unreachable', 'lb1', 'gone')
    }
    expect(await plan()).toMatchObject({
      reason: 'router_unreachable',
      checks: [{ name: 'router', verdict: 'bad', why: expect.stringContaining('gone') }],
    })
    scene.colors.sends = 'split'
    expect(await plan()).toMatchObject({ reason: 'router_disagrees' })
  })

  test('is to deploy anew when a store has the release', async () => {
    const refused = await plan({ to: '1' })
    const anew = planDeployAnew(refused, first.document)
    expect(anew).toMatchObject({ outcome: 'possible', method: 'deploy_anew', to: 'green', remedy: null })
    expect(rollbackPlanMarkdown(anew)).toContain('deploy the release again')
  })

  test('escapes foreign text in Markdown and on the terminal', async () => {
    const why = '<img src=x> | `a`\u001b[31m\n::error::x'
    const checks = [{ name: '**n**', verdict: 'bad' as const, why }]
    const evil = { ...(await plan()), message: why, checks, unfinished: why, stays: [why] }
    expect(rollbackPlanMarkdown(evil)).not.toMatch(/(?<!\\)<img|\u001b|^::error|(?<!\\)\*\*n/m)
    expect(rollbackPlanText(evil, { color: false })).not.toMatch(/\u001b|^::error/m)
  })
})

describe('what is unfinished', () => {
  test('a deploy that waits would be abandoned, and nothing else would change', async () => {
    await scene.deploy(await release('2'), { until: 'verified' })
    expect(await plan()).toMatchObject({
      outcome: 'possible',
      method: 'abort',
      to: 'blue',
      release: { version: '1' },
      unfinished: 'The deploy of 2 would be aborted; traffic never left blue.',
    })
  })

  test('that crashed in the bake would get its traffic shifted back', async () => {
    await dieAt(scene, 'deploy 2: bake', await release('2'))
    expect(await plan()).toMatchObject({ method: 'abort', from: 'green', to: 'blue' })
  })

  test('that crashed in rolling would be ended first', async () => {
    const rolling = [{ name: 'compute', hosts: ['c1'], deploy: { run: 'true' } }]
    await dieAt(scene, 'deploy 2: rolling', await release('2', { rolling }))
    expect(await plan()).toMatchObject({
      method: 'shift',
      to: 'blue',
      unfinished: 'The deploy of 2 would be aborted first.',
    })
  })

  test('past the point of no return refuses the rollback', async () => {
    await dieAt(scene, 'deploy 2: contract', await release('2'), 'finalized')
    expect(await plan()).toMatchObject({ outcome: 'refused', reason: 'contracted' })
  })
})

describe('in place', () => {
  const inPlace = { strategy: 'in_place', deploy: { run: 'true' } }

  test('the previous release would be deployed again, when its archive is found', async () => {
    const second = await scene.release('2', inPlace)
    await scene.deploy(second)
    await scene.deploy(await scene.release('3', inPlace))
    expect(await plan()).toMatchObject({ outcome: 'refused', reason: 'release_not_held' })
    expect(await plan({ release: second })).toMatchObject({
      outcome: 'possible',
      method: 'deploy_anew',
      to: null,
      release: { version: '2' },
      message: '2 would be deployed again, in place.',
    })
  })
})
