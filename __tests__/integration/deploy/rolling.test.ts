import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { OperationFailure } from '../../../src/deploy/ledger/failure.js'
import { systemClock } from '../../../src/platform/clock.js'
import { Scene } from '../../support/changeover.js'
import { ALL, batch, RollingScene, STEPS } from '../../support/rolling.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
let site: RollingScene

const CONDUCTORS = ALL.slice(0, 2)

beforeEach(async () => {
  site = await RollingScene.create(await temporaryFolder())
})
afterEach(() => site.scene.colors.stop())

describe('rolling after the bake', () => {
  test('drains, deploys, verifies and restores batch after batch, while the new color has the traffic', async () => {
    await site.scene.deploy(await site.release('1', undefined))
    await site.forget()
    const result = await site.scene.deploy(await site.release('2'))
    expect(result).toMatchObject({
      outcome: 'promoted',
      live: { color: 'green' },
      rolled: [
        { name: 'conductor', hosts: ['k1', 'k2'], left: [], done: true },
        { name: 'compute', hosts: ['c1', 'c2', 'c3', 'c4', 'c5'], left: [], done: true },
      ],
    })
    expect(await site.done()).toEqual(ALL)
    expect((await site.scene.journal()).slice(-8)).toEqual([
      'deploy 2: rolling',
      'deploy 2: conductor: batch 1 of 2',
      'deploy 2: conductor: batch 2 of 2',
      'deploy 2: compute: batch 1 of 3',
      'deploy 2: compute: batch 2 of 3',
      'deploy 2: compute: batch 3 of 3',
      'deploy 2: all hosts are rolled',
      'deploy 2: promoted (completed)',
    ])
    expect(result.phases.at(-1)).toMatchObject({ phase: 'rolling', state: 'done' })
    expect((await site.scene.state()).green).not.toHaveProperty('rolling')
  })

  test('gives commands and probes the step, the batch and the color', async () => {
    const told =
      'echo "$CHANGEOVER_STEP $CHANGEOVER_BATCH $CHANGEOVER_HOSTS $CHANGEOVER_PHASE $CHANGEOVER_COLOR live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"'
    const step = { name: 'agents', hosts: ['a', 'b'], deploy: { run: told }, verify: [{ run: told }] }
    await site.scene.deploy(await site.release('1', [step]))
    expect((await site.scene.diary()).slice(1)).toEqual([
      'agents 1 of 2 a rolling blue live=blue',
      'agents 1 of 2 a rolling blue live=blue',
      'agents 2 of 2 b rolling blue live=blue',
      'agents 2 of 2 b rolling blue live=blue',
    ])
  })

  test('logs the hosts of the current batch', async () => {
    const said: string[] = []
    const log = {
      ...site.scene.log,
      step: <T>(title: string, work: () => Promise<T>) => {
        said.push(title)
        return work()
      },
    }
    await site.scene.deploy(await site.release('1'), { ports: { log } })
    expect(said).toContain('compute: batch 2 of 3 (c2, c3)')
  })

  test('runs the hosts command when the step begins', async () => {
    const hosts = { run: 'echo "hosts $CHANGEOVER_STEP" >> "$DIARY"; printf "x1\\nx2\\n"' }
    const rolled = await site.scene.deploy(await site.release('1', [{ ...STEPS[0], hosts }]))
    expect(rolled.rolled).toMatchObject([{ hosts: ['x1', 'x2'], done: true }])
    expect(await site.done()).toEqual(['hosts conductor', 'conductor x1', 'conductor x2'])
  })

  test('waits between two batches, and not after the last', async () => {
    const waits: number[] = []
    const sleep: typeof systemClock.sleep = (ms, signal) => {
      waits.push(ms)
      return systemClock.sleep(Math.min(ms, 100), signal)
    }
    const first = await site.release('1', [{ ...STEPS[0], hosts: ['k1', 'k2', 'k3'], pause: '7m' }])
    await site.scene.deploy(first, { ports: { clock: { ...systemClock, sleep } } })
    expect(waits.filter((ms) => ms === 420_000)).toHaveLength(2)
  })

  test('does not happen with --until verified', async () => {
    const first = await site.release('1')
    expect(await site.scene.deploy(first, { until: 'verified' })).toMatchObject({
      outcome: 'verified',
      rolled: [],
    })
    expect(await site.done()).toEqual([])
    expect(await site.scene.deploy(first)).toMatchObject({ outcome: 'promoted' })
    expect(await site.done()).toEqual(ALL)
  })
})

describe('the first failure', () => {
  test.each(['deploy', 'verify', 'restore'])(
    'in %s leaves its batch drained, and nothing goes on',
    async (what) => {
      await site.failedAt(what, 'c3')
      const upTo = ['drain', 'deploy', 'verify', 'restore'].indexOf(what) + 1
      expect(await site.done()).toEqual([...CONDUCTORS, ...batch('c1'), ...batch('c2,c3').slice(0, upTo)])
      const state = await site.scene.state()
      expect(state).toMatchObject({
        live: 'green',
        operation: null,
        green: { state: 'live', rolling: 'pending' },
      })
      expect(state.history.at(-1)).toMatchObject({
        outcome: 'failed',
        reason: what === 'verify' ? 'probe_failed' : 'command_failed',
      })
      expect(site.scene.colors.sends).toBe('green')
    },
  )

  test('is reported with the hosts that are rolled, those that are not, and a remedy', async () => {
    await site.scene.deploy(await site.release('1'))
    await site.breakHost('deploy', 'c3')
    const result = await site.scene.deploy(await site.release('2'))
    expect(result.message).toBe(
      'compute: batch 2 of 3: The deploy command of compute ended with exit status 7. ' +
        'c2, c3: still drained, since it is not known that they work. ' +
        'Rolled: conductor (k1, k2); compute (c1). Not rolled: compute (c2, c3, c4, c5).',
    )
    expect(result.remedy).toContain('Deploy 2 again: it continues with the hosts that are left.')
    expect(result.remedy).toContain('changeover rollback')
    expect(result.rolled[1]).toMatchObject({ hosts: ['c1'], left: ['c2', 'c3', 'c4', 'c5'], done: false })
    expect(result.live).toMatchObject({ color: 'green', release: { version: '2' } })
  })

  test('is reported in full sentences also after the output of a command', async () => {
    const deploy = { run: 'echo no space left; exit 7' }
    const { message } = await site.scene.deploy(await site.release('1', [{ ...STEPS[0], deploy }]))
    expect(message).toContain('Its last output: no space left. k1: left as they are, since')
  })

  test('in drain restores its hosts', async () => {
    await site.failedAt('drain', 'c3')
    expect(await site.done()).toEqual([...CONDUCTORS, ...batch('c1'), 'drain c2,c3', 'restore c2,c3'])
    const [last] = (await site.scene.state()).history.slice(-1)
    expect(last).toMatchObject({ outcome: 'failed', reason: 'command_failed' })
  })

  test('in drain reports hosts that cannot be restored either', async () => {
    await site.scene.deploy(await site.release('1'))
    await site.breakHost('drain', 'c1')
    await site.breakHost('restore', 'c1')
    const { message } = await site.scene.deploy(await site.release('2'))
    expect(message).toContain(
      'c1: not restored either. The restore command of compute ended with exit status 7.',
    )
  })

  test('of the hosts command discards what it printed', async () => {
    const hosts = { run: 'printf "c1\\n-oProxyCommand=id\\n"' }
    const result = await site.scene.deploy(await site.release('1', [STEPS[0], { ...STEPS[1], hosts }]))
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'hosts_invalid',
      rolled: [{ done: true }, { hosts: [], left: null, done: false }],
    })
    expect(result.message).toContain('Not rolled: compute.')
    expect(await site.done()).toEqual(CONDUCTORS)
  })
})

describe('a job that is cancelled', () => {
  async function cancelledIn(what: string, cancel = Scene.cancel()) {
    await site.scene.deploy(await site.release('1'))
    await site.forget()
    await writeFile(site.mark(`hold-${what}`), '')
    const running = site.scene.deploy(await site.release('2'), { signal: cancel.signal })
    await site.until(`${what} c1`)
    cancel.now()
    await rm(site.mark(`hold-${what}`), { force: true })
    return running
  }

  test('restores hosts that are being drained', async () => {
    const result = await cancelledIn('drain')
    expect(result).toMatchObject({ outcome: 'failed', reason: 'cancelled', live: { color: 'green' } })
    expect(result.message).toContain('c1: restored.')
    expect(await site.done()).toEqual([...CONDUCTORS, 'drain c1', 'restore c1'])
  })

  test('leaves hosts drained that are being deployed to', async () => {
    const result = await cancelledIn('deploy')
    expect(result).toMatchObject({ outcome: 'failed', reason: 'cancelled' })
    expect(result.message).toContain('c1: still drained')
    expect(await site.done()).toEqual([...CONDUCTORS, 'drain c1', 'deploy c1'])
    expect(existsSync(site.mark('hold-deploy'))).toBe(false)
  })

  test('does not restore hosts when the lease is lost: another run may work on them', async () => {
    const controller = new AbortController()
    const lost = new OperationFailure('lease_lost', 'The lease is lost.')
    const now = () => controller.abort(lost)
    const result = await cancelledIn('drain', { signal: controller.signal, now })
    expect(result).toMatchObject({ reason: 'lease_lost' })
    expect(await site.done()).toEqual([...CONDUCTORS, 'drain c1'])
  })
})
