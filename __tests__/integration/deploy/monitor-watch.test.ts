import { writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Monitor, MonitorOptions } from '../../../src/deploy/monitor/monitor.js'
import type { RouterState } from '../../../src/drivers/routers/router.js'
import { systemClock } from '../../../src/platform/clock.js'
import { Scene } from '../../support/changeover.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()
const servers: Server[] = []
let scene: Scene

beforeEach(async () => {
  scene = await Scene.create(await temporaryFolder())
})
afterEach(async () => {
  await scene.colors.stop()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Another live endpoint of the same cloud: `answer` gets the color that traffic is on. */
async function endpoint(answer: (response: ServerResponse, sends: RouterState) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response, scene.colors.sends))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Answers at once, and on green after so many milliseconds. */
const slowOnGreen = (ms: number) =>
  endpoint((response, sends) => {
    if (sends === 'green') setTimeout(() => response.end(), ms)
    else response.end()
  })

/** Probes that take about a second, so that there is something to compare with. */
const verify = [{ name: 'says yes', run: 'true', every: '500ms', passes: 3, during: 'verify' }]

/** The first release is on blue. @returns settings for the second, with this monitor */
async function firstRelease(
  monitor: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  await scene.deploy(await scene.release('1'))
  return scene.settings({ verify, monitor: { rate: 100, timeout: '20s', ...monitor }, ...more })
}

describe('a deploy', () => {
  test('is rolled back when an endpoint gets much slower, although no request fails', async () => {
    const endpoints = [
      { name: 'identity', url: '${LIVE}' },
      { name: 'image', url: await slowOnGreen(3_000) },
    ]
    const settings = await firstRelease(
      { endpoints, error_budget: { slowdown: 6 } },
      { bake: { for: '10m' } },
    )
    const result = await scene.deploy(await scene.release('2', settings))
    expect(result).toMatchObject({ outcome: 'rolled_back', reason: 'error_budget_exceeded' })
    expect(result.message).toMatch(
      /^"image" is slower on the new color: p95 rose from [\d.]+ ms to [\d.]+ ms; the error budget allows 6 times\.$/,
    )
    expect(scene.colors.shifts).toEqual(['blue', 'green', 'blue'])
    const { monitor } = result
    expect(monitor).toMatchObject({ failed: 0, rate: 100 })
    const image = monitor?.endpoints[1]
    expect(image?.before.sent).toBeGreaterThanOrEqual(80) // it began with verify
    expect(image?.after.p95_ms).toBeGreaterThan(6 * (image?.before.p95_ms ?? 0))
    expect(monitor?.marks.map(({ what }) => what)).toEqual([
      'shift_started',
      'shift_ended',
      'back_started',
      'back_ended',
    ])
    const { history } = await scene.state()
    expect(history.at(-1)).toMatchObject({
      shift_ms: result.shift_ms,
      monitor: {
        sent: monitor?.sent,
        failed: 0,
        p95_after_ms: Math.max(...(monitor?.endpoints.map(({ after }) => after.p95_ms ?? 0) ?? [])),
        outage_ms: 0,
      },
    })
  })

  test('is rolled back when answers take longer than the budget of p95', async () => {
    const settings = await firstRelease(
      { url: await slowOnGreen(1_000), error_budget: { p95: '900ms', p99: '1h' } },
      { bake: { for: '10m' } },
    )
    expect(await scene.deploy(await scene.release('2', settings))).toMatchObject({
      outcome: 'rolled_back',
      reason: 'error_budget_exceeded',
      message: expect.stringMatching(
        /^"live" is too slow on the new color: p95 is [\d.]+ ms; the budget is 900 ms\.$/,
      ),
    })
  })

  test('is rolled back when one of two endpoints fails, and the message names it', async () => {
    const image = await endpoint((response, sends) => response.writeHead(sends === 'green' ? 500 : 200).end())
    const endpoints = [
      { name: 'identity', url: '${LIVE}' },
      { name: 'image', url: image },
    ]
    const settings = await firstRelease({ endpoints, error_budget: { failed: 3 } })
    const result = await scene.deploy(await scene.release('2', settings))
    expect(result).toMatchObject({ outcome: 'rolled_back', reason: 'error_budget_exceeded' })
    expect(result.message).toMatch(
      /^(\d+) of the monitor's requests \("image" \1\) failed while traffic was on the new color; the budget is 3\.$/,
    )
    expect(result.monitor?.endpoints.map(({ name, failed }) => [name, failed > 0])).toEqual([
      ['identity', false],
      ['image', true],
    ])
  })

  test('reports the budgets that were not judged for want of answers', async () => {
    const budget = { slowdown: 2, p99: '5s' }
    const settings = await firstRelease(
      { url: '${LIVE}', rate: 20, error_budget: budget },
      { bake: { for: '300ms' } },
    )
    const result = await scene.deploy(await scene.release('2', settings))
    expect(result).toMatchObject({ outcome: 'promoted', reason: 'completed' })
    expect(result.monitor?.not_judged).toEqual([
      {
        endpoint: 'live',
        budget: 'p99',
        why: expect.stringMatching(/^\d answers on the new color; 50 are/),
      },
      { endpoint: 'live', budget: 'slowdown', why: expect.stringMatching(/^\d+ answers before the shift/) },
    ])
  })

  test('is aborted when the live color fails already, and names it', async () => {
    const settings = await firstRelease({ url: '${LIVE}' })
    scene.colors.healthy.delete('blue')
    const result = await scene.deploy(await scene.release('2', settings))
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason: 'error_budget_exceeded',
      message: expect.stringContaining('before the shift, on the live color; the budget is 0'),
      remedy: expect.stringContaining('changeover rollback'),
    })
    expect(scene.colors.shifts).toEqual(['blue'])
  })

  test('is not aborted by requests that failed long before the shift', async () => {
    const settings = await firstRelease({ url: '${LIVE}' })
    const release = await scene.release('2', settings)
    const log = {
      ...scene.log,
      step: async <T>(title: string, work: () => Promise<T>) => {
        if (!title.includes('health of')) return scene.log.step(title, work)
        setTimeout(() => scene.colors.healthy.delete('blue'), 100)
        setTimeout(() => scene.colors.healthy.add('blue'), 250)
        return scene.log.step(title, work)
      },
    }
    const result = await scene.deploy(release, { ports: { log } })
    expect(result).toMatchObject({ outcome: 'promoted' })
    expect(result.monitor?.endpoints[0]?.before.failed).toBeGreaterThan(5)
  })

  test('sends no request while it only verifies, or when nothing is live', async () => {
    const asked: string[] = []
    const ports = { monitor: scripted(asked) }
    const first = await scene.deploy(await scene.release('1'), { ports, until: 'verified' })
    expect(first.outcome).toBe('verified')
    expect(asked).toEqual([])
    await scene.deploy(await scene.release('2'), { ports })
    expect(asked).toEqual(['starts on blue', 'shift_ended', 'stops'])
    await scene.deploy(await scene.release('3'), { ports, until: 'verified' })
    expect(asked).toHaveLength(3)
  })

  test('stops its monitor when it ends before the shift', async () => {
    await scene.deploy(await scene.release('1'))
    const asked: string[] = []
    await writeFile(join(scene.folder, 'diary.sick-green'), '')
    const result = await scene.deploy(await scene.release('2'), { ports: { monitor: scripted(asked) } })
    expect(result).toMatchObject({ outcome: 'aborted', reason: 'probe_failed', monitor: { sent: 0 } })
    expect(asked).toEqual(['starts on blue', 'stops'])
  })
})

describe('a rollback', () => {
  test('is done although the live color fails and exceeds the budget', async () => {
    await scene.deploy(await scene.release('1'))
    await scene.deploy(await scene.release('2'))
    scene.colors.healthy.delete('green')
    scene.colors.onCheck = () => scene.colors.nextRequest()
    const result = await scene.rollback()
    expect(result).toMatchObject({ outcome: 'restored', reason: 'completed', live: { color: 'blue' } })
    expect(result.monitor?.failed).toBeGreaterThan(0)
    expect(result.monitor?.endpoints[0]?.after).toMatchObject({ failed: 0 })
    expect(scene.colors.sends).toBe('blue')
  })

  test('does not wait for a baseline', async () => {
    await scene.deploy(await scene.release('1'))
    await scene.deploy(await scene.release('2'))
    const waits: number[] = []
    const before: number[] = []
    scene.colors.onCheck = () => scene.colors.nextRequest()
    scene.colors.onSwitch = () => void before.push(...waits)
    const sleep = (ms: number, signal?: AbortSignal) => {
      waits.push(ms)
      return systemClock.sleep(ms, signal)
    }
    const { outcome, monitor } = await scene.rollback({ ports: { clock: { ...systemClock, sleep } } })
    expect(outcome).toBe('restored')
    expect(before).toEqual([])
    expect(waits.length).toBeGreaterThan(0)
    expect(monitor?.endpoints[0]?.before.sent).toBeGreaterThan(0) // but it began with verify
  })

  test('is not compared with the color that it leaves', async () => {
    const url = await endpoint(
      (response, sends) => void setTimeout(() => response.end(), sends === 'blue' ? 80 : 2),
    )
    const monitor = { url, rate: 100, error_budget: { slowdown: 1, p95: '10s' } }
    const settings = scene.settings({ monitor, verify })
    await scene.deploy(await scene.release('1', settings))
    expect(await scene.deploy(await scene.release('2', settings))).toMatchObject({ outcome: 'promoted' })
    const result = await scene.rollback()
    expect(result.outcome).toBe('restored')
    expect(result.monitor?.not_judged).toEqual([
      {
        endpoint: 'live',
        budget: 'slowdown',
        why: 'a rollback is not compared with the color that it leaves',
      },
    ])
  })

  test('continues without a monitor whose settings are wrong', async () => {
    const monitor = { url: 'http://${NAME_OF_LIVE}/' }
    const ports = { processEnv: { PATH: process.env.PATH, NAME_OF_LIVE: new URL(scene.colors.url).host } }
    await scene.deploy(await scene.release('1', scene.settings({ monitor })), { ports })
    await scene.deploy(await scene.release('2', scene.settings({ monitor })), { ports })
    expect(await scene.rollback()).toMatchObject({ outcome: 'restored', monitor: null })
  })
})

/** A monitor that has seen nothing, and writes down what it was told. */
function scripted(told: string[]) {
  return (_options: MonitorOptions): Monitor => {
    told.push(`starts on ${scene.colors.sends}`)
    const nothing = {
      ...{ url: '', rate: 1, sent: 0, ok: 0, failed: 0, failed_kinds: {}, slowest_ms: 0, outage_ms: 0 },
      ...{
        failures: [],
        endpoints: [],
        timeline: [],
        marks: [],
        not_judged: [],
        started_at: '',
        ended_at: '',
      },
    }
    return {
      mark: (what) => void told.push(what),
      figures: () => [],
      stop: async () => {
        told.push('stops')
        return nothing
      },
    }
  }
}
