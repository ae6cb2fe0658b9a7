import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { RouterError } from '../../../src/drivers/routers/router.js'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.inGit(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

const phasesOf = (result: { phases: { phase: string; state: string }[] }) =>
  result.phases.map(({ phase, state }) => `${phase} ${state}`)

describe('deploy', () => {
  test('deploys the first release to blue and the next to green, and shifts traffic only when it is healthy', async () => {
    const first = await scene.deploy(await scene.release('1'))
    expect(first).toMatchObject({
      outcome: 'promoted',
      reason: 'completed',
      from_color: null,
      to_color: 'blue',
      live: { color: 'blue', release: { version: '1' } },
    })
    const second = await scene.deploy(await scene.release('2'))
    expect(second).toMatchObject({
      outcome: 'promoted',
      from_color: 'blue',
      to_color: 'green',
      live: { color: 'green', release: { version: '2' } },
      remedy: null,
    })
    expect(second.monitor).toMatchObject({ failed: 0, rate: 100 })
    expect(second.monitor?.sent).toBeGreaterThan(50)
    expect(second.shift_ms).toEqual(expect.any(Number))
    expect(scene.colors.shifts).toEqual(['blue', 'green'])
    expect(await scene.diary()).toEqual([
      'expand live=',
      'deploy 1 to blue',
      'expand live=blue',
      'deploy 2 to green',
    ])
    expect(phasesOf(second)).toEqual([
      'claim done',
      'fetch done',
      'preflight skipped',
      'expand done',
      'deploy done',
      'verify done',
      'shift done',
      'bake done',
    ])
    expect(await scene.state()).toMatchObject({
      live: 'green',
      operation: null,
      blue: { state: 'standby' },
      green: { state: 'live' },
    })
  })

  test('records each phase in the ledger before it starts', async () => {
    await scene.deploy(await scene.release('1'))
    expect(await scene.journal()).toEqual([
      expect.stringContaining('deploy 1: claimed by'),
      'deploy 1: fetch',
      'deploy 1: expand',
      'deploy 1: deploy',
      'deploy 1: verify',
      'deploy 1: shift',
      'deploy 1: bake',
      'deploy 1: promoted (completed)',
    ])
  })

  test('changes nothing when the release is live already', async () => {
    const release = await scene.release('1')
    await scene.deploy(release)
    const before = await scene.state()
    expect(await scene.deploy(release)).toMatchObject({ outcome: 'unchanged', reason: 'already_live' })
    expect(await scene.state()).toEqual(before)
  })

  test('does not touch the color that the router sends traffic to before the first deploy', async () => {
    scene.colors.sends = 'green'
    expect(await scene.deploy(await scene.release('1'))).toMatchObject({
      outcome: 'promoted',
      from_color: 'green',
      to_color: 'blue',
    })
  })

  test('keeps only the releases unpacked that a color holds', async () => {
    for (const version of ['1', '2', '3']) await scene.deploy(await scene.release(version))
    const kept = (await readdir(join(scene.folder, 'unpacked'))).map((name) => name.split('-')[0])
    expect(kept.sort()).toEqual(['2', '3'])
  })
})

describe('a failure before the shift leaves traffic where it is', () => {
  beforeEach(async () => {
    await scene.deploy(await scene.release('1'))
  })

  async function aborted(reason: string, result: Awaited<ReturnType<Scene['deploy']>>) {
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason,
      live: { color: 'blue', release: { version: '1' } },
      shift_ms: null,
    })
    expect(scene.colors.shifts).toEqual(['blue'])
    const state = await scene.state()
    expect(state).toMatchObject({ live: 'blue', operation: null, blue: { state: 'live' } })
    expect(state.history.at(-1)).toMatchObject({ outcome: 'aborted', reason })
    return result
  }

  test('a deploy command that fails', async () => {
    const release = await scene.release(
      '2',
      scene.settings({ deploy: { run: 'echo "no space left" >&2; exit 4' } }),
    )
    const result = await aborted('command_failed', await scene.deploy(release))
    expect(result.message).toBe('The deploy command ended with exit status 4. Its last output: no space left')
    expect(phasesOf(result).at(-1)).toBe('deploy failed')
  })

  test('a deploy command that does not exist', async () => {
    const release = await scene.release('2', scene.settings({ deploy: { run: './gone.sh' } }))
    expect((await aborted('command_failed', await scene.deploy(release))).message).toContain(
      'exit status 127',
    )
  })

  test('a deploy command that hangs', async () => {
    const release = await scene.release(
      '2',
      scene.settings({ deploy: { run: 'sleep 60', timeout: '200ms' } }),
    )
    expect((await aborted('command_timeout', await scene.deploy(release))).message).toContain(
      'did not end within 0.2 s',
    )
  })

  test('an expand command that fails, before anything was deployed', async () => {
    const release = await scene.release('2', scene.settings({ expand: { run: 'exit 1' } }))
    await aborted('command_failed', await scene.deploy(release))
    expect(await scene.diary()).not.toContain('deploy 2 to green')
    expect((await scene.state()).green).toBeNull()
  })

  test('a color that is not healthy', async () => {
    await writeFile(join(scene.folder, 'diary.sick-green'), '')
    const result = await aborted('probe_failed', await scene.deploy(await scene.release('2')))
    expect(result.message).toBe('The probe "says yes" failed: exit status 1.')
  })

  test('a router that refuses', async () => {
    scene.colors.onCheck = () => {
      throw new RouterError('router_unreachable', 'lb1', 'connect ENOENT', { remedy: 'Start it.' })
    }
    const result = await aborted('router_unreachable', await scene.deploy(await scene.release('2')))
    expect(result).toMatchObject({ message: 'lb1: connect ENOENT', remedy: 'Start it.' })
  })

  test('a live endpoint that the monitor cannot reach', async () => {
    const monitor = { url: 'http://127.0.0.1:1/', rate: 50 }
    const result = await aborted(
      'error_budget_exceeded',
      await scene.deploy(await scene.release('2', scene.settings({ monitor }))),
    )
    expect(result.monitor).toMatchObject({ ok: 0, failed_kinds: { refused: expect.any(Number) } })
  })

  test('a cancelled run ends its command', async () => {
    const cancel = Scene.cancel()
    const release = await scene.release(
      '2',
      scene.settings({ deploy: { run: 'echo started >> "$DIARY"; sleep 60' } }),
    )
    const running = scene.deploy(release, { signal: cancel.signal })
    while (!(await scene.diary()).includes('started')) await new Promise((resolve) => setTimeout(resolve, 20))
    cancel.now()
    await aborted('cancelled', await running)
  })

  test('a variable that is not set', async () => {
    const release = await scene.release(
      '2',
      scene.settings({ monitor: { url: 'http://${NOBODY_SET_THIS}/' } }),
    )
    const result = await scene.deploy(release)
    expect(result).toMatchObject({ outcome: 'aborted', message: expect.stringContaining('NOBODY_SET_THIS') })
    expect(scene.colors.shifts).toEqual(['blue'])
  })
})

describe('the ledger and the router must agree', () => {
  test.each(['green', 'split', 'none'] as const)('the router says %s, the ledger says blue', async (says) => {
    await scene.deploy(await scene.release('1'))
    scene.colors.sends = says
    const before = await scene.diary()
    expect(await scene.deploy(await scene.release('2'))).toMatchObject({
      outcome: 'aborted',
      reason: 'router_disagrees',
      operation: null,
    })
    expect(await scene.diary()).toEqual(before)
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'router_disagrees' })
  })

  test('a ledger that moves meanwhile stops the run before the shift', async () => {
    await scene.deploy(await scene.release('1'))
    const ledger = scene.ledger()
    scene.colors.onCheck = () => {}
    const settings = scene.settings({
      verify: [{ name: 'meddle', run: 'touch "$DIARY.verifying"; sleep 0.5' }],
    })
    const running = scene.deploy(await scene.release('2', settings))
    while (!existsSync(join(scene.folder, 'diary.verifying')))
      await new Promise((resolve) => setTimeout(resolve, 10))
    const state = await ledger.read()
    await ledger.record(state, { ...state, history: [] }, 'somebody else')
    expect(await running).toMatchObject({ outcome: 'aborted', reason: 'ledger_moved' })
    expect(scene.colors.shifts).toEqual(['blue'])
  })
})

describe('an in-place environment', () => {
  const settings = (
    deploy = 'echo "deploy $CHANGEOVER_RELEASE color=${CHANGEOVER_COLOR-none}" >> "$DIARY"',
  ) => ({
    strategy: 'in_place',
    env: { DIARY: join(scene.folder, 'diary') },
    deploy: { run: deploy },
    verify: [{ run: 'true' }],
  })

  test('is deployed to and probed; its first release has nothing to roll back to', async () => {
    const release = await scene.release('1', settings())
    const result = await scene.deploy(release)
    expect(result).toMatchObject({
      outcome: 'promoted',
      strategy: 'in_place',
      live: { color: null, release: { version: '1' } },
    })
    expect(await scene.diary()).toEqual(['deploy 1 color=none'])
    expect(await scene.deploy(release)).toMatchObject({ outcome: 'unchanged' })
  })

  test('fails, not aborts, once the deploy command has begun', async () => {
    expect(await scene.deploy(await scene.release('1', settings('exit 9')))).toMatchObject({
      outcome: 'failed',
      reason: 'command_failed',
      live: null,
    })
  })
})

test('reports a disk that cannot hold the release, and leaves traffic', async () => {
  await scene.deploy(await scene.release('1'))
  await writeFile(join(scene.folder, 'full'), 'a file, where a folder must be')
  const ports = { releasesFolder: join(scene.folder, 'full', 'releases') }
  const result = await scene.deploy(await scene.release('2'), { ports })
  expect(result).toMatchObject({ outcome: 'aborted', reason: 'output_unwritable', live: { color: 'blue' } })
  expect(result.message).toContain(ports.releasesFolder)
})
