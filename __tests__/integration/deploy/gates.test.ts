import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Scene } from '../../support/changeover.js'
import { dead, dieAt } from '../../support/death.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

const says = (text: string, status = 0) => `echo "${text}" >> "$DIARY"; exit ${status}`
const gated = (gates: unknown[], more: Record<string, unknown> = {}) =>
  scene.settings({ gates, monitor: undefined, ...more })
const phases = (result: { phases: { phase: string; state: string }[] }) =>
  result.phases.map(({ phase, state }) => `${phase} ${state}`)

describe('gates', () => {
  test('run one after another, before expand, in the folder of the release', async () => {
    const result = await scene.deploy(
      await scene.release(
        '1',
        gated([
          { name: 'nova status', run: says('$CHANGEOVER_GATE in $CHANGEOVER_PHASE: $(cat content.txt)') },
          { name: 'keystone', run: says('$CHANGEOVER_GATE of $CHANGEOVER_RELEASE', 2), accept: [2, 4] },
        ]),
      ),
    )
    expect(result).toMatchObject({
      outcome: 'promoted',
      gates: [
        { name: 'nova status', passed: true, exit_status: 0, duration_ms: expect.any(Number) },
        { name: 'keystone', passed: true, exit_status: 2 },
      ],
    })
    expect(await scene.diary()).toEqual([
      'nova status in preflight: 0',
      'keystone of 1',
      'expand live=',
      'deploy 1 to blue',
    ])
    expect(phases(result).slice(0, 4)).toEqual(['claim done', 'fetch done', 'preflight done', 'expand done'])
  })

  test('abort the deploy at the first that does not pass, before anything was changed', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release(
      '2',
      gated([
        { name: 'nova status', run: 'for n in 1 2 3 4; do echo "line $n"; done; exit 2', accept: [0, 1] },
        { name: 'never asked', run: says('asked') },
      ]),
    )
    const result = await scene.deploy(release)
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason: 'gate_failed',
      message: expect.stringMatching(/"nova status".*exit status 2.*line 2 \/ line 3 \/ line 4/),
      remedy: expect.stringContaining('exit status 0 or 1'),
      live: { color: 'blue', release: { version: '1' } },
      gates: [{ name: 'nova status', passed: false, exit_status: 2 }],
    })
    expect(await scene.diary()).toEqual(['expand live=', 'deploy 1 to blue'])
    expect(await scene.state()).toMatchObject({ operation: null, live: 'blue', green: null })
    expect(phases(result).at(-1)).toBe('preflight failed')
  })

  test('pass only with an accepted exit status: 0 must be listed as well', async () => {
    const closed = await scene.deploy(
      await scene.release('1', gated([{ name: 'g', run: 'true', accept: [4] }])),
    )
    expect(closed).toMatchObject({ reason: 'gate_failed', gates: [{ passed: false, exit_status: 0 }] })
  })

  test('that hang do not pass', async () => {
    const result = await scene.deploy(
      await scene.release('1', gated([{ name: 'g', run: 'sleep 60', timeout: '100ms' }])),
    )
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason: 'gate_failed',
      message: expect.stringContaining('did not end within 0.1 s'),
      gates: [{ passed: false, exit_status: null }],
    })
  })

  test('are cancelled with the job', async () => {
    const cancel = Scene.cancel()
    const settings = gated([{ name: 'g', run: 'echo waits >> "$DIARY"; sleep 60' }])
    const running = scene.deploy(await scene.release('1', settings), { signal: cancel.signal })
    for (let tries = 0; tries < 500 && !(await scene.diary()).includes('waits'); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    cancel.now()
    expect(await running).toMatchObject({ outcome: 'aborted', reason: 'cancelled', gates: [] })
  })

  test.each([': preflight', ': expand', ': deploy'])(
    'are asked once, also after a death at "%s"',
    async (at) => {
      const release = await scene.release('1', gated([{ name: 'g', run: says('asked') }]))
      await dieAt(scene, at, release)
      expect(await scene.deploy(release)).toMatchObject({ outcome: 'promoted', phases: expect.anything() })
      expect((await scene.diary()).filter((line) => line === 'asked')).toHaveLength(1)
    },
  )

  test('run again when the run crashed among them', async () => {
    const release = await scene.release('1', gated([{ name: 'g', run: says('asked') }]))
    const ledger = scene.ledger()
    let died = false
    const mortal: typeof ledger = {
      ...ledger,
      record: (previous, next, why) => {
        died ||= why.endsWith(': expand')
        return died ? Promise.reject(new Error('killed')) : ledger.record(previous, next, why)
      },
    }
    await scene.deploy(release, { ports: { ledger: mortal, owner: dead } })
    expect(await scene.deploy(release)).toMatchObject({ outcome: 'promoted' })
    expect((await scene.diary()).filter((line) => line === 'asked')).toHaveLength(2)
  })
})
