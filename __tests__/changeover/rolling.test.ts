import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { OperationFailure } from '../../src/changeover/failure.js'
import { systemClock } from '../../src/platform/clock.js'
import type { Release } from '../../src/release/open.js'
import { Scene } from '../support/changeover.js'
import { dieAt } from '../support/death.js'
import { temporaryFolders } from '../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

const write = (what: string) => `echo "${what} $CHANGEOVER_HOSTS" >> "$DIARY"`
/** Fails for a host while a file says so, and waits while another one does. */
const unless = (what: string) =>
  `${write(what)}; for f in "$DIARY.${what}-"*; do [[ ",$CHANGEOVER_HOSTS," != *",\${f##*-},"* ]] || exit 7; done; ` +
  `while [ -e "$DIARY.hold-${what}" ]; do sleep 0.02; done`

/** Conductors one by one, and computes with a canary. */
const STEPS = [
  { name: 'conductor', hosts: ['k1', 'k2'], deploy: { run: unless('conductor') } },
  {
    name: 'compute',
    hosts: ['c1', 'c2', 'c3', 'c4', 'c5'],
    batch: [1, 2],
    drain: { run: unless('drain') },
    deploy: { run: unless('deploy') },
    verify: [{ name: 'up', run: unless('verify'), failures: 0, every: '20ms' }],
    restore: { run: unless('restore') },
  },
]

const settings = (rolling: unknown = STEPS, more: Record<string, unknown> = {}) =>
  scene.settings({ rolling, witness: undefined, bake: { for: '100ms' }, expand: undefined, ...more })
const release = (version: string, ...args: Parameters<typeof settings>) =>
  scene.release(version, settings(...args))
const mark = (name: string) => join(scene.folder, `diary.${name}`)
const breakHost = (what: string, host: string) => writeFile(mark(`${what}-${host}`), '')
const mend = (what: string, host: string) => rm(mark(`${what}-${host}`))
/** What was done to hosts, without what was done to colors. */
const done = async () => (await scene.diary()).filter((line) => !/ to (blue|green)$|live=/.test(line))
const forget = () => rm(join(scene.folder, 'diary'))

const CONDUCTORS = ['conductor k1', 'conductor k2']
const batch = (hosts: string) => ['drain', 'deploy', 'verify', 'restore'].map((what) => `${what} ${hosts}`)
const ALL = [...CONDUCTORS, ...batch('c1'), ...batch('c2,c3'), ...batch('c4,c5')]

async function until(line: string): Promise<void> {
  for (let tries = 0; tries < 500 && !(await scene.diary()).includes(line); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The first release is live; the next one's rolling fails at a host. */
async function failedAt(what: string, host: string): Promise<{ failed: Release }> {
  await scene.deploy(await release('1'))
  await forget()
  await breakHost(what, host)
  const failed = await release('2')
  expect(await scene.deploy(failed)).toMatchObject({ outcome: 'failed' })
  return { failed }
}

describe('rolling after the bake', () => {
  test('drains, deploys, verifies and restores batch after batch, users being on the new color', async () => {
    await scene.deploy(await release('1', undefined))
    await forget()
    const result = await scene.deploy(await release('2'))
    expect(result).toMatchObject({
      outcome: 'promoted',
      live: { color: 'green' },
      rolled: [
        { name: 'conductor', hosts: ['k1', 'k2'], left: [], done: true },
        { name: 'compute', hosts: ['c1', 'c2', 'c3', 'c4', 'c5'], left: [], done: true },
      ],
    })
    expect(await done()).toEqual(ALL)
    expect((await scene.journal()).slice(-8)).toEqual([
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
    expect((await scene.state()).green).not.toHaveProperty('rolling')
  })

  test('tells commands and probes of the step, the batch and the color', async () => {
    const told =
      'echo "$CHANGEOVER_STEP $CHANGEOVER_BATCH $CHANGEOVER_HOSTS $CHANGEOVER_PHASE $CHANGEOVER_COLOR live=$CHANGEOVER_LIVE_COLOR" >> "$DIARY"'
    const step = { name: 'agents', hosts: ['a', 'b'], deploy: { run: told }, verify: [{ run: told }] }
    await scene.deploy(await release('1', [step]))
    expect((await scene.diary()).slice(1)).toEqual([
      'agents 1 of 2 a rolling blue live=blue',
      'agents 1 of 2 a rolling blue live=blue',
      'agents 2 of 2 b rolling blue live=blue',
      'agents 2 of 2 b rolling blue live=blue',
    ])
  })

  test('says on the way which hosts it is at', async () => {
    const said: string[] = []
    const log = {
      ...scene.log,
      step: <T>(title: string, work: () => Promise<T>) => {
        said.push(title)
        return work()
      },
    }
    await scene.deploy(await release('1'), { ports: { log } })
    expect(said).toContain('compute: batch 2 of 3 (c2, c3)')
  })

  test('asks a command for the hosts when the step is come to', async () => {
    const hosts = { run: 'echo "hosts $CHANGEOVER_STEP" >> "$DIARY"; printf "x1\\nx2\\n"' }
    const rolled = await scene.deploy(await release('1', [{ ...STEPS[0], hosts }]))
    expect(rolled.rolled).toMatchObject([{ hosts: ['x1', 'x2'], done: true }])
    expect(await done()).toEqual(['hosts conductor', 'conductor x1', 'conductor x2'])
  })

  test('waits between two batches, and not after the last', async () => {
    const waits: number[] = []
    const sleep: typeof systemClock.sleep = (ms, signal) => {
      waits.push(ms)
      return systemClock.sleep(Math.min(ms, 100), signal)
    }
    const first = await release('1', [{ ...STEPS[0], hosts: ['k1', 'k2', 'k3'], pause: '7m' }])
    await scene.deploy(first, { ports: { clock: { ...systemClock, sleep } } })
    expect(waits.filter((ms) => ms === 420_000)).toHaveLength(2)
  })

  test('does not begin with --until verified', async () => {
    const first = await release('1')
    expect(await scene.deploy(first, { until: 'verified' })).toMatchObject({
      outcome: 'verified',
      rolled: [],
    })
    expect(await done()).toEqual([])
    expect(await scene.deploy(first)).toMatchObject({ outcome: 'promoted' })
    expect(await done()).toEqual(ALL)
  })
})

describe('the first failure', () => {
  test.each(['deploy', 'verify', 'restore'])(
    'in %s leaves its batch drained, and nothing goes on',
    async (what) => {
      await failedAt(what, 'c3')
      const upTo = ['drain', 'deploy', 'verify', 'restore'].indexOf(what) + 1
      expect(await done()).toEqual([...CONDUCTORS, ...batch('c1'), ...batch('c2,c3').slice(0, upTo)])
      const state = await scene.state()
      expect(state).toMatchObject({
        live: 'green',
        operation: null,
        green: { state: 'live', rolling: 'pending' },
      })
      expect(state.history.at(-1)).toMatchObject({
        outcome: 'failed',
        reason: what === 'verify' ? 'probe_failed' : 'command_failed',
      })
      expect(scene.colors.sends).toBe('green')
    },
  )

  test('is told with what is rolled and what is not, and what can be done', async () => {
    await scene.deploy(await release('1'))
    await breakHost('deploy', 'c3')
    const result = await scene.deploy(await release('2'))
    expect(result.message).toBe(
      'compute: batch 2 of 3: The deploy command of compute ended with exit status 7. ' +
        'c2, c3: still drained, since it is not known that they work. ' +
        'Rolled: conductor (k1, k2); compute (c1). Not rolled: compute (c2, c3, c4, c5).',
    )
    expect(result.remedy).toContain('Deploy 2 again: it goes on with the hosts that are left.')
    expect(result.remedy).toContain('changeover rollback')
    expect(result.rolled[1]).toMatchObject({ hosts: ['c1'], left: ['c2', 'c3', 'c4', 'c5'], done: false })
    expect(result.live).toMatchObject({ color: 'green', release: { version: '2' } })
  })

  test('in drain puts its hosts back', async () => {
    await failedAt('drain', 'c3')
    expect(await done()).toEqual([...CONDUCTORS, ...batch('c1'), 'drain c2,c3', 'restore c2,c3'])
    const [last] = (await scene.state()).history.slice(-1)
    expect(last).toMatchObject({ outcome: 'failed', reason: 'command_failed' })
  })

  test('in drain, when they cannot be put back either, says so', async () => {
    await scene.deploy(await release('1'))
    await breakHost('drain', 'c1')
    await breakHost('restore', 'c1')
    const { message } = await scene.deploy(await release('2'))
    expect(message).toContain(
      'c1: not restored either. The restore command of compute ended with exit status 7.',
    )
  })

  test('of the hosts command is one: what it printed is not taken', async () => {
    const hosts = { run: 'printf "c1\\n-oProxyCommand=id\\n"' }
    const result = await scene.deploy(await release('1', [STEPS[0], { ...STEPS[1], hosts }]))
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'hosts_invalid',
      rolled: [{ done: true }, { hosts: [], left: null, done: false }],
    })
    expect(result.message).toContain('Not rolled: compute.')
    expect(await done()).toEqual(CONDUCTORS)
  })
})

describe('the same release again', () => {
  test('goes on with the hosts that are left, the failed batch whole, and is then live', async () => {
    const { failed } = await failedAt('deploy', 'c3')
    await mend('deploy', 'c3')
    await forget()
    const result = await scene.deploy(failed)
    expect(result).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
    expect(result.rolled[1]).toMatchObject({ hosts: ['c1', 'c2', 'c3', 'c4', 'c5'], done: true })
    expect(await done()).toEqual([...batch('c2,c3'), ...batch('c4,c5')])
    expect(scene.colors.switches).toEqual(['blue', 'green']) // nothing is deployed or switched anew
    expect(await scene.deploy(failed)).toMatchObject({ outcome: 'unchanged', reason: 'already_live' })
  })

  test('is live already for --until verified, which stops before that', async () => {
    const { failed } = await failedAt('deploy', 'c3')
    expect(await scene.deploy(failed, { until: 'verified' })).toMatchObject({ outcome: 'unchanged' })
  })

  test('of an environment with one color goes on as well', async () => {
    await breakHost('deploy', 'c1')
    const first = await release('1')
    expect(await scene.deploy(first)).toMatchObject({ outcome: 'failed', live: { color: 'blue' } })
    await mend('deploy', 'c1')
    expect(await scene.deploy(first, { until: 'finalized' })).toMatchObject({ outcome: 'promoted' })
    const lines = await scene.diary()
    expect(lines.filter((line) => line.startsWith('retire'))).toEqual([])
  })

  test('contracts nothing before all hosts are rolled', async () => {
    const { failed } = await failedAt('verify', 'c5')
    expect(await scene.deploy(failed, { until: 'finalized' })).toMatchObject({ outcome: 'failed' })
    expect((await scene.diary()).join()).not.toContain('contract')
    expect((await scene.state()).blue).toMatchObject({ state: 'standby' })
    await mend('verify', 'c5')
    expect(await scene.deploy(failed, { until: 'finalized' })).toMatchObject({ outcome: 'promoted' })
    expect((await scene.diary()).at(-1)).toContain('retire blue')
  })

  test('with fewer hosts than there were is done with those', async () => {
    const list = mark('list')
    const hosts = { run: 'cat "$DIARY.list"' }
    await writeFile(list, 'c1\nc2\nc3\n')
    await breakHost('deploy', 'c3')
    const first = await release('1', [{ ...STEPS[1], batch: 1, hosts }])
    expect(await scene.deploy(first)).toMatchObject({ outcome: 'failed' })
    await writeFile(list, 'c1\nc2\n') // c3 was taken out of the cloud
    await forget()
    expect(await scene.deploy(first)).toMatchObject({ outcome: 'promoted', rolled: [{ done: true }] })
    expect(await done()).toEqual([])
  })
})

describe('another release', () => {
  test('over unfinished rolling does all hosts anew', async () => {
    await failedAt('deploy', 'c3')
    await mend('deploy', 'c3')
    await forget()
    expect(await scene.deploy(await release('3'))).toMatchObject({
      outcome: 'promoted',
      live: { color: 'blue' },
    })
    expect(await done()).toEqual(ALL)
  })

  test('whose rolling has begun voids what was left of the one before', async () => {
    const { failed } = await failedAt('deploy', 'c3')
    expect(await scene.deploy(await release('3'))).toMatchObject({ outcome: 'failed' })
    expect(await scene.rollback()).toMatchObject({ outcome: 'restored', live: { release: { version: '2' } } })
    await forget()
    expect(await scene.deploy(failed)).toMatchObject({ outcome: 'unchanged' })
  })
})

describe('a rollback over unfinished rolling', () => {
  test('takes users back, and tells which hosts stay', async () => {
    await failedAt('deploy', 'c3')
    await forget()
    const result = await scene.rollback()
    expect(result).toMatchObject({ outcome: 'restored', live: { color: 'blue', release: { version: '1' } } })
    expect(result.message).toContain('These hosts stay on 2: conductor (k1, k2); compute (c1).')
    expect(await scene.diary()).toEqual([])
    // and the release that users are back on does not take the hosts back either
    expect((await scene.state()).blue).not.toHaveProperty('rolling')
  })
})

describe('a run that dies while it rolls', () => {
  test.each<[string, string[]]>([
    [': rolling', ALL],
    [': conductor: batch 2 of 2', ALL.slice(2)],
    [': compute: batch 1 of 3', [...batch('c2,c3'), ...batch('c4,c5')]],
    [': compute: batch 3 of 3', []],
    [': all hosts are rolled', []],
  ])('at "%s" is gone on with from there, without switching or baking anew', async (at, left) => {
    await scene.deploy(await release('1'))
    const second = await release('2')
    await dieAt(scene, at, second)
    await forget()
    const bakes = (await scene.journal()).filter((line) => line.endsWith(': bake')).length
    expect(await scene.deploy(second)).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
    expect(await done()).toEqual(left)
    expect(scene.colors.switches).toEqual(['blue', 'green'])
    expect((await scene.journal()).filter((line) => line.endsWith(': bake'))).toHaveLength(bakes)
  })

  test('is not gone on with while the router disagrees', async () => {
    await scene.deploy(await release('1'))
    const second = await release('2')
    await dieAt(scene, ': compute: batch 1 of 3', second)
    scene.colors.sends = 'blue'
    await forget()
    expect(await scene.deploy(second)).toMatchObject({ outcome: 'aborted', reason: 'router_disagrees' })
    expect(await done()).toEqual([])
  })

  test('is ended by another release: users stay until that one takes them, and it does all hosts', async () => {
    await scene.deploy(await release('1'))
    await dieAt(scene, ': compute: batch 1 of 3', await release('2'))
    await forget()
    expect(await scene.deploy(await release('3'))).toMatchObject({ outcome: 'promoted' })
    const ended = (await scene.state()).history.map(
      (one) => `${one.release.version} ${one.outcome} ${one.reason}`,
    )
    expect(ended).toEqual(['1 promoted completed', '2 failed superseded', '3 promoted completed'])
    expect(await done()).toEqual(ALL)
  })
})

describe('a job that is cancelled', () => {
  async function cancelledIn(what: string, cancel = Scene.cancel()) {
    await scene.deploy(await release('1'))
    await forget()
    await writeFile(mark(`hold-${what}`), '')
    const running = scene.deploy(await release('2'), { signal: cancel.signal })
    await until(`${what} c1`)
    cancel.now()
    await rm(mark(`hold-${what}`), { force: true })
    return running
  }

  test('while hosts are drained puts them back', async () => {
    const result = await cancelledIn('drain')
    expect(result).toMatchObject({ outcome: 'failed', reason: 'cancelled', live: { color: 'green' } })
    expect(result.message).toContain('c1: restored.')
    expect(await done()).toEqual([...CONDUCTORS, 'drain c1', 'restore c1'])
  })

  test('while they are deployed to leaves them drained', async () => {
    const result = await cancelledIn('deploy')
    expect(result).toMatchObject({ outcome: 'failed', reason: 'cancelled' })
    expect(result.message).toContain('c1: still drained')
    expect(await done()).toEqual([...CONDUCTORS, 'drain c1', 'deploy c1'])
    expect(existsSync(mark('hold-deploy'))).toBe(false)
  })

  test('is not one whose lease is lost: another run may be at these hosts', async () => {
    const controller = new AbortController()
    const lost = new OperationFailure('lease_lost', 'The lease is lost.')
    const now = () => controller.abort(lost)
    const result = await cancelledIn('drain', { signal: controller.signal, now })
    expect(result).toMatchObject({ reason: 'lease_lost' })
    expect(await done()).toEqual([...CONDUCTORS, 'drain c1'])
  })
})
