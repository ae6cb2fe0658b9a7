import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type Monitor, startMonitor } from '../../../src/deploy/monitor/monitor.js'

const servers: Server[] = []
const monitors: Monitor[] = []

afterEach(async () => {
  for (const monitor of monitors.splice(0)) await monitor.stop()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function monitor(
  endpoints: { name: string; url: string; status?: number[] }[],
  rate = 100,
  timeoutMs = 1_000,
) {
  const started = startMonitor({ endpoints, rate, timeoutMs })
  monitors.push(started)
  return started
}

/** Hold up this whole process, as a busy machine does. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

describe('the monitor', () => {
  test('tells before, during and after the shift apart', async () => {
    let delay = 1
    const url = await serve((_request, response) => void setTimeout(() => response.end(), delay))
    const asking = monitor([{ name: 'identity', url }])
    await sleep(500)
    asking.mark('shift_started')
    delay = 60
    await sleep(50)
    asking.mark('shift_ended')
    await sleep(500)
    const report = await asking.stop()
    const [identity] = report.endpoints
    expect(identity).toMatchObject({ name: 'identity', url, failed: 0 })
    const { before, during, after } = identity ?? {}
    expect((before?.sent ?? 0) + (during?.sent ?? 0) + (after?.sent ?? 0)).toBe(report.sent)
    expect(before?.sent).toBeGreaterThan(35)
    expect(during?.sent).toBeGreaterThan(5) // what was under way, and 100 ms more
    expect(after?.sent).toBeGreaterThan(25)
    expect(before?.p50_ms).toBeLessThan(40)
    expect(after?.p50_ms).toBeGreaterThan(55)
    expect(report.marks.map(({ what }) => what)).toEqual(['shift_started', 'shift_ended'])
    const started = report.marks[0]?.at_ms ?? 0
    const slow = report.timeline.filter(({ p50_ms }) => (p50_ms ?? 0) > 50)
    expect(slow.length).toBeGreaterThan(3)
    for (const { at_ms } of slow) expect(at_ms).toBeGreaterThanOrEqual(started - 100)
  })

  test('does not blame the new color for what happens when traffic is on their way back', async () => {
    let status = 200
    const url = await serve((_request, response) => response.writeHead(status).end())
    const asking = monitor([{ name: 'live', url }])
    asking.mark('shift_ended') // it began when traffic was on the new color
    await sleep(200)
    asking.mark('back_started')
    await sleep(50) // for the answers under way
    status = 503
    await sleep(200)
    const { endpoints, failed } = await asking.stop()
    expect(failed).toBeGreaterThan(5)
    expect(endpoints[0]).toMatchObject({ before: { sent: 0 }, during: { sent: 0 }, after: { failed: 0 } })
    expect(endpoints[0]?.after.sent).toBeGreaterThan(10)
  })

  test('counts a request from when it was due: one that leaves late has made its user wait', async () => {
    const url = await serve((_request, response) => response.end())
    const asking = monitor([{ name: 'live', url }])
    await sleep(100)
    block(400)
    await sleep(300)
    const report = await asking.stop()
    expect(report.sent).toBeGreaterThan(70) // none was left out
    expect(report.slowest_ms).toBeGreaterThan(350)
    // those due at the end of the 400 ms waited for less of it: about a third of all waited for more than 100 ms
    expect(report.endpoints[0]?.before.p95_ms).toBeGreaterThan(250)
  })

  test('does not send at once what was due while its machine stood still', async () => {
    const url = await serve((_request, response) => response.end())
    const asking = monitor([{ name: 'live', url }])
    await sleep(100)
    block(5_200)
    await sleep(200)
    const { sent, marks } = await asking.stop()
    expect(sent).toBeLessThan(60)
    expect(sent).toBeGreaterThan(20)
    expect(marks).toEqual([{ at_ms: expect.any(Number), what: 'stood_still' }])
  })

  test('asks each endpoint at the whole rate, and says whose requests failed and how', async () => {
    const good = await serve((_request, response) => response.end())
    const bad = await serve((_request, response) => response.writeHead(503).end())
    const report = await (async () => {
      const asking = monitor(
        [
          { name: 'identity', url: good },
          { name: 'image', url: bad },
          { name: 'teapot', url: bad, status: [503] },
        ],
        50,
      )
      await sleep(1_000)
      return asking.stop()
    })()
    for (const { sent } of report.endpoints) {
      expect(sent).toBeGreaterThan(40)
      expect(sent).toBeLessThan(60)
    }
    const image = report.endpoints[1]
    expect(report).toMatchObject({
      url: good,
      rate: 50,
      failed: image?.sent,
      failed_kinds: { status_503: image?.sent },
    })
    expect(report.endpoints.map(({ failed }) => failed)).toEqual([0, image?.sent, 0])
    expect(new Set(report.failures.map(({ endpoint }) => endpoint))).toEqual(new Set(['image']))
    expect(image?.before.p95_ms).toBeNull() // a refusal is no latency
    expect(report.timeline.reduce((sum, { failed }) => sum + failed, 0)).toBe(report.failed)
  })

  test('a request that times out counts with the time that it was waited for', async () => {
    const url = await serve(() => {})
    const asking = monitor([{ name: 'live', url }], 50, 150)
    await sleep(400)
    const { endpoints } = await asking.stop()
    expect(endpoints[0]?.failed_kinds).toEqual({ timeout: endpoints[0]?.sent })
    expect(endpoints[0]?.before.p50_ms).toBeGreaterThan(140)
  })

  test('takes no more room for 4,000 requests than for forty', async () => {
    const url = await serve((_request, response) => response.end())
    const asking = monitor([{ name: 'live', url }], 1_000, 10_000)
    await sleep(4_000)
    const report = await asking.stop()
    expect(report.sent).toBeGreaterThan(3_900)
    expect(report.timeline.length).toBeLessThanOrEqual(60)
    expect(report.timeline.reduce((sum, { sent }) => sum + sent, 0)).toBe(report.sent)
    expect(JSON.stringify(report).length).toBeLessThan(8_000)
  })

  test('stops once, and asks nothing afterwards', async () => {
    let asked = 0
    const url = await serve((_request, response) => {
      asked++
      response.end()
    })
    const asking = monitor([{ name: 'live', url }])
    await sleep(100)
    const report = await asking.stop()
    const before = asked
    await sleep(100)
    expect(asked).toBe(before)
    expect(await asking.stop()).toBe(report)
    expect(report.sent).toBe(asked)
  })
})
