import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { MonitorReport } from '../../src/deploy/monitor/report.js'
import type { Color } from '../../src/drivers/color.js'
import { keepRequests } from './figures.js'
import { isValidToken } from './identity.js'
import { listens } from './ready.js'
import { type Ended, RegionOneCloud } from './region-one.js'

const SETTINGS = 'inventories/cloud/hosts.yml'
const CONTRACT_NEEDED = 4
const region = new RegionOneCloud()
let second = ''

beforeAll(() => region.start(), 120_000)
afterAll(() => region.stop(), 60_000)

/** Do `work` while users ask through both nodes: none of their requests may fail. */
async function unnoticed(scenario: string, work: () => Promise<Ended>): Promise<Ended> {
  const monitors = [region.monitor(1), region.monitor(2)]
  let seen: MonitorReport[] = []
  const ended = await work().finally(async () => {
    seen = await Promise.all(monitors.map((monitor) => monitor.stop()))
  })
  await keepRequests(scenario, ended.result.outcome, ...seen)
  for (const { sent, failed_kinds } of seen) {
    expect(failed_kinds).toEqual({})
    expect(sent).toBeGreaterThan(50)
  }
  return ended
}

async function expectTrafficOn(color: Color): Promise<void> {
  const backend = `keystone_${color}`
  for (const node of [1, 2] as const)
    expect(await region.routes(node)).toEqual({ memory: backend, file: backend })
}

function phasesOf({ result }: Ended): string[] {
  return result.phases.map(({ phase, state }) => `${phase} ${state}`)
}

// each step begins where the one before has ended
describe('Keystone, deployed by the playbooks of region-one', () => {
  test('1.0.0 goes to blue: the schema is made by the expand step', async () => {
    const release = await region.release('1.0.0', SETTINGS, (text) => text)
    const { status, result } = await region.changeover(['deploy', '--release', release])
    expect({ status, outcome: result.outcome, reason: result.reason }).toEqual({
      status: 0,
      outcome: 'promoted',
      reason: 'completed',
    })
    expect(await region.schema('blue')).toBe(CONTRACT_NEEDED)
    await expectTrafficOn('blue')
  }, 240_000)

  test('2.0.0 goes to green, and no user notices', async () => {
    second = await region.release('2.0.0', SETTINGS, (text) =>
      text.replace('keystone_threads: 8', 'keystone_threads: 10'),
    )
    const ended = await unnoticed('deploy 2.0.0 to green', () =>
      region.changeover(['deploy', '--release', second]),
    )
    expect(ended).toMatchObject({ status: 0, result: { outcome: 'promoted', from_color: 'blue' } })
    expect(ended.result.monitor).toMatchObject({ rate: 50, failed: 0 })
    expect(ended.result.monitor?.sent).toBeGreaterThan(300)
    await expectTrafficOn('green')
  }, 240_000)

  test('a token of either color is good on the other', async () => {
    for (const [issuer, other] of [
      ['blue', 'green'],
      ['green', 'blue'],
    ] as const) {
      const { id } = await region.cloud.token(issuer)
      expect(await isValidToken(region.cloud.keystoneUrl(other), id)).toBe(true)
      expect(await isValidToken(region.cloud.keystoneUrl(other), `${id.slice(0, -4)}AAAA`)).toBe(false)
    }
  }, 60_000)

  test('rollback shifts traffic back to 1.0.0', async () => {
    const ended = await unnoticed('rollback to blue', () => region.changeover(['rollback']))
    expect(ended).toMatchObject({
      status: 0,
      result: { outcome: 'restored', live: { color: 'blue', release: { version: '1.0.0' } } },
    })
    expect(ended.result.monitor?.failed).toBe(0)
    await expectTrafficOn('blue')
  }, 120_000)

  test('rollback --to takes them forward again', async () => {
    const ended = await unnoticed('forward to green', () => region.changeover(['rollback', '--to', '2.0.0']))
    expect(ended).toMatchObject({
      status: 0,
      result: { outcome: 'restored', live: { color: 'green', release: { version: '2.0.0' } } },
    })
    await expectTrafficOn('green')
  }, 120_000)

  test('finalized: the schema is contracted and blue is retired', async () => {
    const ended = await unnoticed('finalize 2.0.0', () =>
      region.changeover(['deploy', '--release', second, '--until', 'finalized']),
    )
    expect(ended).toMatchObject({ status: 0, result: { outcome: 'promoted' } })
    expect(phasesOf(ended).slice(-2)).toEqual(['contract done', 'retire done'])
    expect(await region.schema('green')).toBe(0)
    expect(await listens({ port: region.cloud.port('keystone-blue') })).toBe(false)
    await expectTrafficOn('green')
  }, 240_000)

  test('then a rollback is refused, and says why', async () => {
    const ended = await unnoticed('rollback, refused', async () => {
      const refused = await region.changeover(['rollback'])
      await delay(1_000)
      return refused
    })
    expect(ended).toMatchObject({ status: 1, result: { outcome: 'refused', reason: 'contracted' } })
    await expectTrafficOn('green')
  }, 60_000)

  test('the naive way, stop and start on the same port, loses requests', async () => {
    const monitor = region.monitor()
    const process = 'playbooks/roles/keystone_color/files/process.sh'
    await delay(1_000)
    await region.script(`${process} "$REGION_ONE_CONFIG_ROOT/keystone-green" /usr/bin/uwsgi restart`)
    await region.untilServed()
    await delay(1_000)
    const seen = await monitor.stop()
    await keepRequests('the naive way: stop, start on the same port', 'restarted', seen)
    expect(seen.failed).toBeGreaterThan(0)
    expect(seen.failed).toBeLessThan(seen.sent)
  }, 120_000)
})
