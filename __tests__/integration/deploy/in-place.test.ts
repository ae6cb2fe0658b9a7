import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Scene } from '../../support/changeover.js'
import { dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'
import { until } from '../../support/until.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

/** An environment without colors. */
function inPlace(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    strategy: 'in_place',
    env: { DIARY: join(scene.folder, 'diary'), LIVE: scene.colors.url },
    deploy: { run: 'echo "deploy $CHANGEOVER_RELEASE" >> "$DIARY"' },
    ...overrides,
  }
}

const broken = () => inPlace({ deploy: { run: 'exit 3' } })

describe('the previous release in place', () => {
  test('is kept, and stays unpacked, when another one has replaced it', async () => {
    await scene.deploy(await scene.release('1', inPlace()))
    expect((await scene.state()).in_place_previous).toBeNull()
    await scene.deploy(await scene.release('2', inPlace()))
    expect(await scene.state()).toMatchObject({
      in_place: { state: 'live', release: { version: '2' } },
      in_place_previous: { state: 'standby', release: { version: '1' }, settings: { strategy: 'in_place' } },
    })
    await scene.deploy(await scene.release('3', inPlace()))
    const kept = (await readdir(join(scene.folder, 'unpacked'))).map((name) => name.split('-')[0])
    expect(kept.sort()).toEqual(['2', '3'])
  })

  test('is the last one that worked, however many have failed since', async () => {
    await scene.deploy(await scene.release('1', inPlace()))
    for (const version of ['2', '3']) await scene.deploy(await scene.release(version, broken()))
    expect(await scene.state()).toMatchObject({
      in_place: { state: 'deploying', release: { version: '3' } },
      in_place_previous: { state: 'standby', release: { version: '1' } },
    })
  })

  test('is dropped when the same release is live again', async () => {
    const first = await scene.release('1', inPlace())
    await scene.deploy(first)
    await scene.deploy(await scene.release('2', broken()))
    expect(await scene.deploy(first)).toMatchObject({ outcome: 'promoted' })
    expect(await scene.state()).toMatchObject({
      in_place: { state: 'live', release: { version: '1' } },
      in_place_previous: null,
    })
  })
})

const steps = (deploy = '$CHANGEOVER_HOSTS') => [
  {
    name: 'nodes',
    hosts: ['n1', 'n2', 'n3'],
    deploy: { run: `echo "roll ${deploy}" >> "$DIARY"; ! grep -qsx "$CHANGEOVER_HOSTS" "$DIARY.sick"` },
  },
]
const breakNode = (name: string) => writeFile(join(scene.folder, 'diary.sick'), name)

describe('a deploy in place', () => {
  test('rolls hosts after the deploy command and before verify', async () => {
    const verify = [{ run: 'echo verify >> "$DIARY"' }]
    const result = await scene.deploy(await scene.release('1', inPlace({ rolling: steps(), verify })))
    expect(result).toMatchObject({ outcome: 'promoted', rolled: [{ hosts: ['n1', 'n2', 'n3'], done: true }] })
    expect(await scene.diary()).toEqual(['deploy 1', 'roll n1', 'roll n2', 'roll n3', 'verify'])
    const run = result.phases.filter(({ state }) => state === 'done').map(({ phase }) => phase)
    expect(run).toEqual(['claim', 'fetch', 'deploy', 'rolling', 'verify'])
  })

  test('rolls hosts without a deploy command', async () => {
    const settings = inPlace({ rolling: steps(), deploy: undefined })
    await scene.deploy(await scene.release('1', settings))
    await breakNode('n2')
    const second = await scene.release('2', settings)
    const result = await scene.deploy(second)
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'command_failed',
      rolled: [{ hosts: ['n1'], left: ['n2', 'n3'] }],
    })
    expect(result.remedy).toContain('To return to 1, which worked: changeover rollback -e ')
    expect(await scene.state()).toMatchObject({
      in_place: { state: 'deploying', release: { version: '2' }, rolling: 'pending' },
      in_place_previous: { state: 'standby', release: { version: '1' } },
    })
    await breakNode('')
    expect(await scene.deploy(second)).toMatchObject({ outcome: 'promoted', rolled: [{ done: true }] })
    expect((await scene.diary()).slice(3)).toEqual(['roll n1', 'roll n2', 'roll n2', 'roll n3'])
    expect((await scene.state()).in_place).not.toHaveProperty('rolling')
  })

  test('the same release continues with the hosts that are left, another one starts over', async () => {
    const settings = inPlace({ rolling: steps() })
    await breakNode('n3')
    const first = await scene.release('1', settings)
    await scene.deploy(first)
    await scene.deploy(first)
    await scene.deploy(await scene.release('2', settings))
    const rolls = (await scene.diary()).filter((line) => line.startsWith('roll'))
    expect(rolls.map((line) => line.slice(5)).join(' ')).toBe('n1 n2 n3 n3 n1 n2 n3')
  })

  test.each<[string, string]>([
    [': deploy', 'deploy roll roll roll'],
    [': nodes: batch 2 of 3', 'roll'],
    [': all hosts are rolled', ''],
    [': verify', ''],
  ])('a run that died at "%s" is resumed', async (at, left) => {
    const first = await scene.release('1', inPlace({ rolling: steps(), verify: [{ run: 'true' }] }))
    await dieAt(scene, at, first)
    await rm(join(scene.folder, 'diary'), { force: true })
    expect(await scene.deploy(first)).toMatchObject({ outcome: 'promoted' })
    expect((await scene.diary()).map((line) => line.split(' ')[0]).join(' ')).toBe(left)
    expect((await scene.state()).history).toMatchObject([{ outcome: 'promoted' }])
  })

  test('is ended by another release, as failed once something was changed', async () => {
    await dieAt(scene, ': fetch', await scene.release('1', inPlace()))
    await dieAt(scene, ': deploy', await scene.release('2', inPlace()))
    await scene.deploy(await scene.release('3', inPlace()))
    const { history } = await scene.state()
    expect(history.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      'aborted superseded',
      'failed superseded',
      'promoted completed',
    ])
  })

  test('changes nothing when a gate does not pass', async () => {
    await scene.deploy(await scene.release('1', inPlace()))
    const result = await scene.deploy(
      await scene.release('2', inPlace({ gates: [{ name: 'g', run: 'exit 2' }] })),
    )
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason: 'gate_failed',
      live: { release: { version: '1' } },
    })
    expect(result.remedy).not.toContain('rollback')
  })
})

describe('the monitor of a deploy in place', () => {
  const monitored = (overrides: Record<string, unknown> = {}) =>
    inPlace({ monitor: { url: '${LIVE}', rate: 100, timeout: '20s' }, ...overrides })
  /** Waits until a test goes on. */
  const held =
    'echo "hold${CHANGEOVER_HOSTS+ $CHANGEOVER_HOSTS}" >> "$DIARY"; while [ ! -e "$DIARY.go" ]; do sleep 0.02; done'

  beforeEach(async () => {
    scene.colors.sends = 'blue' // the live port answers
    await scene.deploy(await scene.release('1', inPlace()))
  })

  async function during(settings: Record<string, unknown>, line: string, what: () => void) {
    const running = scene.deploy(await scene.release('2', settings))
    await until(line, async () => (await scene.diary()).includes(line))
    what()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await writeFile(join(scene.folder, 'diary.go'), '')
    return running
  }

  test('sends requests before, during and after it', async () => {
    const result = await scene.deploy(
      await scene.release(
        '2',
        monitored({ deploy: { run: 'sleep 0.3' }, verify: [{ run: 'true' }], bake: { for: '300ms' } }),
      ),
    )
    expect(result).toMatchObject({ outcome: 'promoted', monitor: { failed: 0 } })
    const [endpoint] = result.monitor?.endpoints ?? []
    for (const stretch of ['before', 'during', 'after'] as const)
      expect(endpoint?.[stretch].sent).toBeGreaterThan(10)
    expect(result.phases.at(-1)).toMatchObject({ phase: 'bake', state: 'done' })
    expect((await scene.state()).history.at(-1)?.monitor).toMatchObject({ failed: 0 })
  })

  test('fails it when the error budget is exceeded: no further batch begins, and the current one is completed', async () => {
    const rolling = [
      {
        name: 'nodes',
        hosts: ['n1', 'n2'],
        deploy: { run: held },
        restore: { run: 'echo "restore $CHANGEOVER_HOSTS" >> "$DIARY"' },
      },
    ]
    const result = await during(monitored({ rolling }), 'hold n1', () => scene.colors.healthy.delete('blue'))
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'error_budget_exceeded',
      message: expect.stringMatching(
        /failed since the deploy began; the budget is 0\. Rolled: nodes \(n1\)\. Not rolled: nodes \(n2\)\./,
      ),
      remedy: expect.stringContaining('changeover rollback'),
    })
    expect((await scene.diary()).slice(1)).toEqual(['deploy 2', 'hold n1', 'restore n1'])
  })

  test('does not kill a running deploy command, but nothing begins after it', async () => {
    const settings = monitored({ deploy: { run: `${held}; echo ended >> "$DIARY"` }, rolling: steps() })
    const result = await during(settings, 'hold', () => scene.colors.healthy.delete('blue'))
    expect(result).toMatchObject({ outcome: 'failed', reason: 'error_budget_exceeded', rolled: [] })
    expect((await scene.diary()).at(-1)).toBe('ended')
  })

  test('stops it before the first change when what is live fails already', async () => {
    scene.colors.healthy.delete('blue')
    const result = await scene.deploy(await scene.release('2', monitored()))
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason: 'error_budget_exceeded',
      live: { release: { version: '1' } },
    })
    expect(await scene.diary()).toEqual(['deploy 1'])
  })

  test('does not keep a release from repairing what another one broke', async () => {
    scene.colors.healthy.delete('blue')
    await scene.deploy(await scene.release('1.5', broken()))
    const mends = monitored({ deploy: { run: held }, verify: [{ run: 'true' }] })
    expect(await during(mends, 'hold', () => scene.colors.healthy.add('blue'))).toMatchObject({
      outcome: 'promoted',
    })
  })

  test('also judges the bake', async () => {
    const settings = monitored({ bake: { for: '20s' } })
    const running = scene.deploy(await scene.release('2', settings))
    await until('it bakes', async () => (await scene.journal()).includes('deploy 2: bake'))
    scene.colors.healthy.delete('blue')
    expect(await running).toMatchObject({ outcome: 'failed', reason: 'error_budget_exceeded' })
  })
})
