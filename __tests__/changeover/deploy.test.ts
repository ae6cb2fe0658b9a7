import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Router, RouterError } from '../../src/drivers/routers/router.js'
import { Scene } from '../support/changeover.js'
import { temporaryFolders } from '../support/temp.js'

const temporaryFolder = temporaryFolders()
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(() => scene.colors.stop())

async function diary(): Promise<string[]> {
  const text = await readFile(join(scene.folder, 'diary'), 'utf8').catch(() => '')
  return text.trim().split('\n').filter(Boolean)
}

const phasesOf = (result: { phases: { phase: string; state: string }[] }) =>
  result.phases.map(({ phase, state }) => `${phase} ${state}`)

describe('deploy', () => {
  test('the first release goes to blue, the next to green: users move only when it is healthy', async () => {
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
    expect(second.witness).toMatchObject({ failed: 0, rate: 100 })
    expect(second.witness?.sent).toBeGreaterThan(50)
    expect(second.switch_ms).toEqual(expect.any(Number))
    expect(scene.colors.switches).toEqual(['blue', 'green'])
    expect(await diary()).toEqual([
      'expand live=',
      'deploy 1 to blue',
      'expand live=blue',
      'deploy 2 to green',
    ])
    expect(phasesOf(second)).toEqual([
      'claim done',
      'fetch done',
      'expand done',
      'deploy done',
      'verify done',
      'switch done',
      'bake done',
    ])
    expect(await scene.state()).toMatchObject({
      live: 'green',
      operation: null,
      blue: { state: 'standby' },
      green: { state: 'live' },
    })
  })

  test('each phase is in the ledger before it starts', async () => {
    await scene.deploy(await scene.release('1'))
    expect(await scene.journal()).toEqual([
      expect.stringContaining('deploy 1: claimed by'),
      'deploy 1: fetch',
      'deploy 1: expand',
      'deploy 1: deploy',
      'deploy 1: verify',
      'deploy 1: switch',
      'deploy 1: bake',
      'deploy 1: promoted (completed)',
    ])
  })

  test('a release that is live already changes nothing', async () => {
    const release = await scene.release('1')
    await scene.deploy(release)
    const before = await scene.state()
    expect(await scene.deploy(release)).toMatchObject({ outcome: 'unchanged', reason: 'already_live' })
    expect(await scene.state()).toEqual(before)
  })

  test('a cloud that was there before: the color that the router sends users to is not touched', async () => {
    scene.colors.sends = 'green'
    expect(await scene.deploy(await scene.release('1'))).toMatchObject({
      outcome: 'promoted',
      from_color: 'green',
      to_color: 'blue',
    })
  })

  test('only releases that a color holds stay unpacked', async () => {
    for (const version of ['1', '2', '3']) await scene.deploy(await scene.release(version))
    const kept = (await readdir(join(scene.folder, 'unpacked'))).map((name) => name.split('-')[0])
    expect(kept.sort()).toEqual(['2', '3'])
  })
})

describe('a failure before the switch leaves users where they are', () => {
  beforeEach(async () => {
    await scene.deploy(await scene.release('1'))
  })

  async function aborted(reason: string, result: Awaited<ReturnType<Scene['deploy']>>) {
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason,
      live: { color: 'blue', release: { version: '1' } },
      switch_ms: null,
    })
    expect(scene.colors.switches).toEqual(['blue'])
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
    expect(result.message).toBe('The deploy command ended with exit status 4. It printed last: no space left')
    expect(phasesOf(result).at(-1)).toBe('deploy failed')
  })

  test('a deploy command that is not there', async () => {
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

  test('an expand command that fails: nothing was deployed', async () => {
    const release = await scene.release('2', scene.settings({ expand: { run: 'exit 1' } }))
    await aborted('command_failed', await scene.deploy(release))
    expect(await diary()).not.toContain('deploy 2 to green')
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

  test('a live endpoint that the witness cannot reach is seen before anything moves', async () => {
    const witness = { url: 'http://127.0.0.1:1/', rate: 50 }
    const result = await aborted(
      'witness_budget_exceeded',
      await scene.deploy(await scene.release('2', scene.settings({ witness }))),
    )
    expect(result.witness).toMatchObject({ ok: 0, failed_kinds: { refused: expect.any(Number) } })
  })

  test('a cancelled run ends its command', async () => {
    const cancel = Scene.cancel()
    const release = await scene.release(
      '2',
      scene.settings({ deploy: { run: 'echo started >> "$DIARY"; sleep 60' } }),
    )
    const running = scene.deploy(release, { signal: cancel.signal })
    while (!(await diary()).includes('started')) await new Promise((resolve) => setTimeout(resolve, 20))
    cancel.now()
    await aborted('cancelled', await running)
  })

  test('a variable that is not set', async () => {
    const release = await scene.release(
      '2',
      scene.settings({ witness: { url: 'http://${NOBODY_SET_THIS}/' } }),
    )
    const result = await scene.deploy(release)
    expect(result).toMatchObject({ outcome: 'aborted', message: expect.stringContaining('NOBODY_SET_THIS') })
    expect(scene.colors.switches).toEqual(['blue'])
  })
})

describe('ledger and router must tell the same story', () => {
  test.each(['green', 'split', 'none'] as const)('the router says %s, the ledger says blue', async (says) => {
    await scene.deploy(await scene.release('1'))
    scene.colors.sends = says
    const before = await diary()
    expect(await scene.deploy(await scene.release('2'))).toMatchObject({
      outcome: 'aborted',
      reason: 'router_disagrees',
      operation: null,
    })
    expect(await diary()).toEqual(before)
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'router_disagrees' })
  })

  test('a ledger that moves meanwhile ends the run before it switches', async () => {
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
    expect(scene.colors.switches).toEqual(['blue'])
  })
})

describe('after the switch, a color that does not hold is left again', () => {
  beforeEach(async () => {
    await scene.deploy(await scene.release('1'))
  })

  async function rolledBack(reason: string, result: Awaited<ReturnType<Scene['deploy']>>) {
    expect(result).toMatchObject({
      outcome: 'rolled_back',
      reason,
      live: { color: 'blue', release: { version: '1' } },
    })
    expect(scene.colors.switches).toEqual(['blue', 'green', 'blue'])
    expect(scene.colors.sends).toBe('blue')
    expect(await scene.state()).toMatchObject({
      live: 'blue',
      operation: null,
      blue: { state: 'live' },
      green: { state: 'rejected' },
    })
    return result
  }

  test('requests of users fail: back at once, long before the bake would have ended', async () => {
    scene.colors.onSwitch = (to) => {
      if (to === 'green') scene.colors.healthy.delete('green')
    }
    const started = performance.now()
    const result = await rolledBack(
      'witness_budget_exceeded',
      await scene.deploy(await scene.release('2', scene.settings({ bake: { for: '30s' } }))),
    )
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(result.witness?.failed).toBeGreaterThan(0)
    expect(result.witness?.failed_kinds).toEqual({ status_503: result.witness?.failed })
    expect(result.witness?.failed).toBeLessThan(60) // 100 a second: it took well under a second
  })

  test('failures within the budget are put up with', async () => {
    scene.colors.onSwitch = (to) => {
      if (to !== 'green') return
      scene.colors.healthy.delete('green')
      setTimeout(() => scene.colors.healthy.add('green'), 50)
    }
    const witness = { url: '${LIVE}', rate: 100, budget: { failed: 50 } }
    expect(await scene.deploy(await scene.release('2', scene.settings({ witness })))).toMatchObject({
      outcome: 'promoted',
    })
  })

  test('a probe says no', async () => {
    scene.colors.onSwitch = (to) => {
      if (to === 'green') void writeFile(join(scene.folder, 'diary.sick-green'), '')
    }
    await rolledBack(
      'probe_failed',
      await scene.deploy(await scene.release('2', scene.settings({ bake: { for: '5s' } }))),
    )
  })

  test('the run is cancelled', async () => {
    const cancel = Scene.cancel()
    scene.colors.onSwitch = (to) => {
      if (to === 'green') setTimeout(cancel.now, 100)
    }
    const release = await scene.release('2', scene.settings({ bake: { for: '30s' } }))
    await rolledBack('cancelled', await scene.deploy(release, { signal: cancel.signal }))
  })

  test('there is no other color yet: users are told to be on one that does not hold', async () => {
    const fresh = await Scene.create(await temporaryFolder())
    try {
      fresh.colors.onSwitch = () => fresh.colors.healthy.clear()
      const result = await fresh.deploy(await fresh.release('1'))
      expect(result).toMatchObject({
        outcome: 'failed',
        reason: 'witness_budget_exceeded',
        live: { color: 'blue' },
      })
      expect(result.message).toContain('There is no other color to go back to')
    } finally {
      await fresh.colors.stop()
    }
  })
})

describe('a router that fails in the middle of the switch', () => {
  beforeEach(async () => {
    await scene.deploy(await scene.release('1'))
  })

  test('and stays where it was: aborted', async () => {
    scene.colors.onSwitch = () => {
      throw new RouterError('switch_failed', 'lb2', 'gone')
    }
    expect(await scene.deploy(await scene.release('2'))).toMatchObject({
      outcome: 'aborted',
      reason: 'switch_failed',
      message: 'lb2: gone',
    })
    expect(scene.colors.sends).toBe('blue')
  })

  test('and leaves users split: it is put back', async () => {
    scene.colors.onSwitch = (to) => {
      if (to !== 'green') return
      scene.colors.sends = 'split'
      throw new RouterError('switch_failed', 'lb2', 'gone')
    }
    expect(await scene.deploy(await scene.release('2'))).toMatchObject({
      outcome: 'aborted',
      reason: 'switch_failed',
    })
    expect(scene.colors.sends).toBe('blue')
  })

  test('and cannot be put back: failed, and it says so', async () => {
    scene.colors.onSwitch = () => {
      scene.colors.sends = 'split'
      throw new RouterError('switch_failed', 'lb2', 'gone')
    }
    const result = await scene.deploy(await scene.release('2'))
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'switch_failed',
      message: expect.stringContaining('it says "split"'),
    })
  })
})

describe('an approval between verified and switched', () => {
  test('the first call stops, the second goes on from the ledger, and asks again before the switch', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    const verified = await scene.deploy(release, { until: 'verified' })
    expect(verified).toMatchObject({ outcome: 'verified', live: { color: 'blue' }, switch_ms: null })
    expect(await scene.state()).toMatchObject({ operation: { owner: null }, green: { state: 'ready' } })
    const done = await scene.deploy(release)
    expect(done).toMatchObject({
      outcome: 'promoted',
      operation: verified.operation,
      live: { color: 'green' },
    })
    expect((await diary()).filter((line) => line.startsWith('deploy 2'))).toHaveLength(1)
  })

  test('a color that got sick while it waited is not switched to', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await scene.deploy(release, { until: 'verified' })
    await writeFile(join(scene.folder, 'diary.sick-green'), '')
    expect(await scene.deploy(release)).toMatchObject({
      outcome: 'aborted',
      reason: 'probe_failed',
      live: { color: 'blue' },
    })
  })

  test('another release takes the place of one that waits', async () => {
    await scene.deploy(await scene.release('1'))
    await scene.deploy(await scene.release('2'), { until: 'verified' })
    expect(await scene.deploy(await scene.release('3'))).toMatchObject({
      outcome: 'promoted',
      to_color: 'green',
      live: { release: { version: '3' } },
    })
    expect(
      (await scene.state()).history.map(
        (ended) => `${ended.release.version} ${ended.outcome} ${ended.reason}`,
      ),
    ).toEqual(['1 promoted completed', '2 aborted superseded', '3 promoted completed'])
  })
})

/** An owner whose process has ended. */
const dead = { host: hostname(), pid: 2 ** 22 - 1, started: 1, name: 'a run that died' }

/**
 * Let a deploy die as soon as the ledger has recorded what `at` names, or the router has switched: from then on the
 * run neither records nor routes anything.
 */
async function dieAt(
  at: string,
  release: Awaited<ReturnType<Scene['release']>>,
  until: 'switched' | 'finalized' = 'switched',
): Promise<void> {
  const { colors } = scene
  const ledger = scene.ledger()
  let died = false
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (died) throw new Error('a dead run does nothing')
    return work()
  }
  const mortal: typeof ledger = {
    place: ledger.place,
    read: ledger.read,
    record: (previous, next, why) =>
      alive(async () => {
        const state = await ledger.record(previous, next, why)
        died = why.endsWith(at)
        return died ? Promise.reject(new Error('killed')) : state
      }),
  }
  const router: Router = {
    current: () => alive(() => colors.current()),
    check: (to) => alive(() => colors.check(to)),
    switchTo: (to) =>
      alive(async () => {
        await colors.switchTo(to)
        died = at === 'after the switch'
      }),
  }
  await scene.deploy(release, { until, ports: { ledger: mortal, owner: dead, router: () => router } })
  expect(died).toBe(true)
}

describe('a run that died', () => {
  test.each([
    'claimed by a run that died',
    ': fetch',
    ': expand',
    ': deploy',
    ': verify',
    ': switch',
    'after the switch',
    ': bake',
  ])('at "%s" is picked up by the next one, and ends well', async (at) => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await dieAt(at, release)
    expect((await scene.state()).operation).not.toBeNull()
    const result = await scene.deploy(release)
    expect(result).toMatchObject({ outcome: 'promoted', live: { color: 'green', release: { version: '2' } } })
    expect(scene.colors.sends).toBe('green')
    expect(await scene.state()).toMatchObject({ live: 'green', operation: null, blue: { state: 'standby' } })
  })

  test.each([': deploy', ': switch', 'after the switch', ': bake'])(
    'at "%s" is put to an end by another release',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      await dieAt(at, await scene.release('2'))
      expect(await scene.deploy(await scene.release('3'))).toMatchObject({
        outcome: 'promoted',
        from_color: 'blue',
        to_color: 'green',
        live: { release: { version: '3' } },
      })
      expect((await scene.state()).history.at(-2)).toMatchObject({
        release: { version: '2' },
        reason: 'superseded',
      })
    },
  )

  test.each([': verify', 'after the switch', ': bake'])(
    'at "%s" is given up by a rollback: users are on the old color',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      await dieAt(at, await scene.release('2'))
      const result = await scene.rollback()
      expect(['restored', 'unchanged']).toContain(result.outcome)
      expect(result.live).toMatchObject({ color: 'blue', release: { version: '1' } })
      expect(scene.colors.sends).toBe('blue')
      expect((await scene.state()).operation).toBeNull()
    },
  )

  test('a run that is alive, or of which nothing is known, is not disturbed, unless it is taken over', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await dieAt(': deploy', release)
    const ledger = scene.ledger()
    const state = await ledger.read()
    const operation = state.operation && { ...state.operation, owner: { ...dead, host: 'another-machine' } }
    await ledger.record(state, { ...state, operation }, 'it ran elsewhere')
    const refused = await scene.deploy(release)
    expect(refused).toMatchObject({
      outcome: 'aborted',
      reason: 'operation_in_flight',
      remedy: expect.stringContaining('--take-over'),
    })
    expect(refused.message).toContain('on another-machine')
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'operation_in_flight' })
    expect(await scene.deploy(release, { takeOver: true })).toMatchObject({ outcome: 'promoted' })
  })
})

describe('finalize', () => {
  test('contract and retire run in one go, and then there is no way back', async () => {
    await scene.deploy(await scene.release('1'))
    const result = await scene.deploy(await scene.release('2'), { until: 'finalized' })
    expect(result).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
    expect((await diary()).slice(-2)).toEqual(['contract on green, live=green', 'retire blue, live=green'])
    expect(await scene.rollback()).toMatchObject({ outcome: 'refused', reason: 'contracted' })
  })

  test('later, for a release that is live; a second time changes nothing', async () => {
    await scene.deploy(await scene.release('1'))
    const release = await scene.release('2')
    await scene.deploy(release)
    expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({
      outcome: 'promoted',
      from_color: 'blue',
      to_color: 'green',
    })
    expect((await diary()).filter((line) => line.startsWith('contract'))).toHaveLength(1)
    expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({ outcome: 'unchanged' })
    expect((await diary()).filter((line) => line.startsWith('contract'))).toHaveLength(1)
  })

  test('a contract command that fails has begun all the same: no rollback, and it can be run again', async () => {
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
  const times = async (line: string) => (await diary()).filter((written) => written === line).length

  test.each([': contract', ': retire'])(
    'at "%s": the same release goes on with what is left, and with nothing else',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      const release = await scene.release('2')
      await dieAt(at, release, 'finalized')
      const switches = scene.colors.switches.length
      // also when it is not asked to: what has begun is brought to its end
      expect(await scene.deploy(release)).toMatchObject({ outcome: 'promoted', live: { color: 'green' } })
      expect(scene.colors.switches).toHaveLength(switches)
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
      await dieAt(at, await scene.release('2'), 'finalized')
      const refused = await scene.rollback()
      expect(refused).toMatchObject({ outcome: 'refused', reason: 'contracted', live: { color: 'green' } })
      expect(refused.remedy).toContain('--until finalized')
      expect(scene.colors.sends).toBe('green')
      expect((await scene.state()).operation).not.toBeNull()
    },
  )

  test('another release leaves users where they are, and goes to the color that was given up', async () => {
    await scene.deploy(await scene.release('1'))
    await dieAt(': contract', await scene.release('2'), 'finalized')
    const result = await scene.deploy(await scene.release('3'))
    expect(result).toMatchObject({ outcome: 'promoted', from_color: 'green', to_color: 'blue' })
    expect(scene.colors.switches).toEqual(['blue', 'green', 'blue'])
    expect((await scene.state()).history.at(-2)).toMatchObject({ outcome: 'failed', reason: 'superseded' })
  })

  test.each(['claimed by a run that died', ': fetch', ': contract', ': retire'])(
    'finalizing a live release, at "%s": the live color is never deployed to again',
    async (at) => {
      await scene.deploy(await scene.release('1'))
      const release = await scene.release('2')
      await scene.deploy(release)
      await dieAt(at, release, 'finalized')
      const before = { deploys: await times('deploy 2 to green'), switches: scene.colors.switches.length }
      expect(await scene.deploy(release, { until: 'finalized' })).toMatchObject({ outcome: 'promoted' })
      expect(await times('deploy 2 to green')).toBe(before.deploys)
      expect(scene.colors.switches).toHaveLength(before.switches)
      expect(await scene.state()).toMatchObject({
        live: 'green',
        operation: null,
        blue: { state: 'retired' },
      })
    },
  )
})

test('a run that died after its switch, and whose release cannot be unpacked now: users are taken back', async () => {
  await scene.deploy(await scene.release('1'))
  const release = await scene.release('2')
  await dieAt(': bake', release)
  expect(scene.colors.sends).toBe('green')
  const gone = { ...release, path: `${release.path}.gone` }
  expect(await scene.deploy(gone)).toMatchObject({ outcome: 'rolled_back', live: { color: 'blue' } })
  expect(scene.colors.sends).toBe('blue')
})

describe('an environment that is changed in place', () => {
  const settings = (
    deploy = 'echo "deploy $CHANGEOVER_RELEASE color=${CHANGEOVER_COLOR-none}" >> "$DIARY"',
  ) => ({
    strategy: 'in_place',
    env: { DIARY: join(scene.folder, 'diary') },
    deploy: { run: deploy },
    verify: [{ run: 'true' }],
  })

  test('is deployed to and asked; there is nothing to roll back to', async () => {
    const release = await scene.release('1', settings())
    const result = await scene.deploy(release)
    expect(result).toMatchObject({
      outcome: 'promoted',
      strategy: 'in_place',
      live: { color: null, release: { version: '1' } },
    })
    expect(await diary()).toEqual(['deploy 1 color=none'])
    expect(await scene.deploy(release)).toMatchObject({ outcome: 'unchanged' })
  })

  test('a failure is a failure: users may have seen it', async () => {
    expect(await scene.deploy(await scene.release('1', settings('exit 9')))).toMatchObject({
      outcome: 'failed',
      reason: 'command_failed',
      live: null,
    })
  })
})
