import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startFaultySocket } from '../integration/drivers/routers/faulty-socket.js'
import { keepRequests } from './figures.js'
import { RegionOneCloud } from './region-one.js'

const SETTINGS = 'inventories/cloud/hosts.yml'
const PLAYBOOK = 'run: ansible-playbook -i inventories/cloud playbooks/keystone.yml'
const region = new RegionOneCloud()
let good = ''
let wrongPassword = ''

beforeAll(async () => {
  await region.start()
  const first = await region.release('1.0.0', SETTINGS, (text) => text)
  wrongPassword = await region.release('2.0.0', 'changeover.yml', (text) =>
    text.replace(PLAYBOOK, PLAYBOOK.replace('run:', 'run: KEYSTONE_DATABASE_PASSWORD=wrong')),
  )
  good = await region.release('3.0.0', 'changeover.yml', (text) =>
    text.replace('KEYSTONE_DATABASE_PASSWORD=wrong ', ''),
  )
  const { result } = await region.changeover(['deploy', '--release', first])
  expect(result.outcome).toBe('promoted')
}, 300_000)

afterAll(() => region.stop(), 60_000)

/** What each load balancer that runs has in memory and on disk. */
const routes = () => Promise.all([region.routes(1), region.routes(2)])
const ON_BLUE = { memory: 'keystone_blue', file: 'keystone_blue' }
const ON_GREEN = { memory: 'keystone_green', file: 'keystone_green' }

// traffic is on 1.0.0, on blue, before and after each of these
describe('a changeover that goes wrong', () => {
  beforeEach(async () => {
    await region.untilServed(1)
    await region.untilServed(2)
    expect(await routes()).toEqual([ON_BLUE, ON_BLUE])
  })

  test('a green with a wrong database password never gets traffic', async () => {
    const monitor = region.monitor()
    const { status, result } = await region.changeover(['deploy', '--release', wrongPassword])
    const seen = await monitor.stop()
    await keepRequests('green has a wrong database password', result.outcome, seen)

    expect(status).toBe(1)
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason: 'probe_failed',
      live: { color: 'blue', release: { version: '1.0.0' } },
    })
    // it runs, it greets, and HAProxy takes it for healthy: only the probe has logged in
    expect(result.message).toContain('token round trip')
    const greeting = await fetch(region.cloud.keystoneUrl('green'))
    expect(greeting.status).toBe(200)
    expect(await region.sessions(1, 'green')).toBe(0)
    expect(await region.sessions(2, 'green')).toBe(0)
    expect(await region.sessions(1, 'blue')).toBeGreaterThanOrEqual(seen.sent)
    expect(seen.failed_kinds).toEqual({})
    expect(await routes()).toEqual([ON_BLUE, ON_BLUE])
  }, 240_000)

  test('a green that dies after the shift is left again; nothing fails before or after', async () => {
    const before = region.monitor()
    const deploy = region.changeover(['deploy', '--release', good])
    await region.untilRoutedTo('green')
    await delay(2_000)
    const seenBefore = await before.stop()
    const during = region.monitor()
    await region.kill('green')
    const { status, result } = await deploy
    const seenDuring = await during.stop()
    const after = region.monitor()
    await delay(2_000)
    const seenAfter = await after.stop()
    await keepRequests('green dies after the shift: before', '', seenBefore)
    await keepRequests('green dies after the shift: while it is dead', result.outcome, seenDuring)
    await keepRequests('green dies after the shift: after', '', seenAfter)
    if (result.monitor) await keepRequests('the same, by its own monitor', result.outcome, result.monitor)

    expect(status).toBe(1)
    expect(result).toMatchObject({ outcome: 'rolled_back', live: { color: 'blue' } })
    expect(['error_budget_exceeded', 'probe_failed']).toContain(result.reason)
    expect(seenBefore.failed_kinds).toEqual({})
    // users may be back before one of these has failed: the changeover's own monitor has seen it then
    expect((result.monitor?.failed ?? 0) + seenDuring.failed).toBeGreaterThan(0)
    expect(seenDuring.ok).toBeGreaterThan(0)
    expect(seenAfter.failed_kinds).toEqual({})
    expect(await routes()).toEqual([ON_BLUE, ON_BLUE])
  }, 240_000)

  test('a green that loses its database after the shift is left again', async () => {
    const password = region.cloud.state.password()
    await region.sql(
      `CREATE USER green@'%' IDENTIFIED BY '${password}'; GRANT ALL ON keystone.* TO green@'%'`,
    )
    const monitor = region.monitor()
    const deploy = region.changeover(['deploy', '--release', good], { KEYSTONE_DATABASE_USER: 'green' })
    await region.untilRoutedTo('green')
    await delay(2_000)
    await region.sql("ALTER USER green@'%' IDENTIFIED BY 'rotated'; KILL USER green")
    const { status, result } = await deploy
    const seen = await monitor.stop()
    await keepRequests('green loses its database after the shift', result.outcome, seen)

    // its greeting needs no database, so only the probe that logs in can see it
    expect(status).toBe(1)
    expect(result).toMatchObject({ outcome: 'rolled_back', reason: 'probe_failed', live: { color: 'blue' } })
    expect(seen.failed_kinds).toEqual({})
    expect(await routes()).toEqual([ON_BLUE, ON_BLUE])
  }, 240_000)
})

describe('a load balancer that goes away', () => {
  test('before the shift: refused, and nothing has moved', async () => {
    const waiting = await region.changeover(['deploy', '--release', good, '--until', 'verified'])
    expect(waiting.result.outcome).toBe('verified')
    await region.cloud.kill('haproxy-2')
    const monitor = region.monitor()
    const { status, result } = await region.changeover(['deploy', '--release', good])
    const seen = await monitor.stop()
    await keepRequests('node 2 is down before the shift', result.outcome, seen)

    expect(status).toBe(1)
    expect(result).toMatchObject({
      outcome: 'aborted',
      reason: 'router_unreachable',
      live: { color: 'blue' },
    })
    expect(result.message).toContain(region.cloud.node(2).operatorSocket)
    expect(result.phases.map(({ phase }) => phase)).not.toContain('shift')
    expect(await region.routes(1)).toEqual(ON_BLUE)
    expect(await region.routeInFile(2)).toBe(ON_BLUE.file)
    expect(seen.failed_kinds).toEqual({})

    await region.cloud.startNode(2)
    expect(await region.routes(2)).toEqual(ON_BLUE)
  }, 240_000)

  test('between prepare and commit: the other one is put back, and the outcome says what is wrong', async () => {
    const socket = join(region.cloud.state.run, 'node-2.sock')
    let killing: Promise<void> | undefined
    const between = await startFaultySocket(socket, region.cloud.node(2).operatorSocket, (command) => {
      if (command.startsWith('commit map')) killing ??= region.cloud.kill('haproxy-2')
      return killing === undefined ? 'pass' : 'drop'
    })
    const monitor = region.monitor()
    try {
      const { status, result } = await region.changeover(['deploy', '--release', good], {
        NODE_2_SOCKET: socket,
      })
      const seen = await monitor.stop()
      await keepRequests('node 2 dies between prepare and commit', result.outcome, seen)

      expect(between.commands.some((command) => command.startsWith('prepare map'))).toBe(true)
      expect(killing).toBeDefined()
      await killing
      expect(status).toBe(1)
      expect(result).toMatchObject({
        outcome: 'failed',
        reason: 'shift_failed',
        live: { color: 'blue' },
      })
      expect(result.message).toContain(`These nodes could not be put back: unix://${socket}`)
      expect(await region.routes(1)).toEqual(ON_BLUE)
      expect(await region.routeInFile(2)).toBe(ON_BLUE.file)
      expect(seen.failed_kinds).toEqual({})
    } finally {
      await between.stop()
    }
    // back again, it knows from its file where users are, and the same deploy goes through
    await region.cloud.startNode(2)
    expect(await region.routes(2)).toEqual(ON_BLUE)
    await region.untilServed(2)
    const { result } = await region.changeover(['deploy', '--release', good])
    expect(result.outcome).toBe('promoted')
    expect(await routes()).toEqual([ON_GREEN, ON_GREEN])
  }, 300_000)
})
