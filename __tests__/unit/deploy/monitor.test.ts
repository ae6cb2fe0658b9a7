import { describe, expect, test } from '@jest/globals'
import { type MonitorOptions, type MonitorPorts, startMonitor } from '../../../src/deploy/monitor/monitor.js'
import { HttpFailure } from '../../../src/platform/http.js'
import { FakeTime } from '../../support/fake-time.js'

/** A cloud whose endpoints take so many milliseconds, and answer with this status; `timeout` never answers. */
class Cloud implements MonitorPorts {
  readonly time = new FakeTime()
  latency = 1
  status: Record<string, number | 'timeout'> = {}
  asked = 0

  now = () => this.time.monotonic()

  async ask({ url, timeoutMs }: { url: string; timeoutMs: number }): Promise<{ status: number }> {
    this.asked += 1
    const status = this.status[url] ?? 200
    await this.time.sleep(status === 'timeout' ? timeoutMs : this.latency)
    if (status === 'timeout') throw new HttpFailure('timeout', 'no answer')
    return { status }
  }

  after(ms: number, work: () => void): () => void {
    const cancelled = new AbortController()
    this.time.sleep(ms, cancelled.signal).then(work, () => {})
    return () => cancelled.abort()
  }

  /** Asks one endpoint 100 times a second, unless told otherwise. */
  monitor(changes: Partial<MonitorOptions> = {}) {
    const endpoints = [{ name: 'live', url: 'live' }]
    return startMonitor({ endpoints, rate: 100, timeoutMs: 1_000, ...changes }, this)
  }

  /** Let the requests that are pending end, too. */
  async stopped(asking: ReturnType<Cloud['monitor']>) {
    const report = asking.stop()
    await this.time.pass(10_000)
    return report
  }
}

describe('the monitor', () => {
  test('keeps requests before, during and after the shift apart', async () => {
    const cloud = new Cloud()
    const asking = cloud.monitor()
    await cloud.time.pass(495)
    asking.mark('shift_started')
    cloud.latency = 60
    await cloud.time.pass(50)
    asking.mark('shift_ended')
    await cloud.time.pass(450)
    const report = await cloud.stopped(asking)
    expect(report).toMatchObject({ sent: 100, ok: 100, failed: 0, slowest_ms: 60 })
    const [live] = report.endpoints
    expect(live?.before).toMatchObject({ sent: 50, p50_ms: 1, p99_ms: 1 })
    expect(live?.during).toMatchObject({ sent: 15, p50_ms: 60 }) // and 100 ms more
    expect(live?.after).toMatchObject({ sent: 35, p50_ms: 60 })
    expect(report.marks).toEqual([
      { at_ms: 495, what: 'shift_started' },
      { at_ms: 545, what: 'shift_ended' },
    ])
    const slow = report.timeline.filter(({ p50_ms }) => (p50_ms ?? 0) > 50)
    expect(slow.length).toBeGreaterThan(3)
    for (const { at_ms } of slow) expect(at_ms).toBeGreaterThanOrEqual(395)
  })

  test('does not blame the new color for what fails while traffic is shifted back', async () => {
    const cloud = new Cloud()
    const asking = cloud.monitor()
    asking.mark('shift_ended') // it started when traffic was on the new color
    await cloud.time.pass(195)
    asking.mark('back_started')
    cloud.status = { live: 503 }
    await cloud.time.pass(200)
    const { endpoints, failed } = await cloud.stopped(asking)
    expect(failed).toBe(20)
    expect(endpoints[0]).toMatchObject({
      before: { sent: 0 },
      during: { sent: 0 },
      after: { sent: 20, failed: 0 },
    })
  })

  test('counts the latency of a request from when it was due: one that is sent late has made its user wait', async () => {
    const cloud = new Cloud()
    const asking = cloud.monitor()
    await cloud.time.pass(95)
    cloud.time.standStill(400)
    await cloud.time.pass(300)
    const report = await cloud.stopped(asking)
    expect(report.sent).toBe(80) // none was skipped
    expect(report.slowest_ms).toBeGreaterThan(390)
    // those that were due at the end of the 400 ms waited for less of it
    expect(report.endpoints[0]?.before.p95_ms).toBeGreaterThan(340)
  })

  test('does not send at once what was due while its machine stood still', async () => {
    const cloud = new Cloud()
    const asking = cloud.monitor()
    await cloud.time.pass(95)
    cloud.time.standStill(5_200)
    await cloud.time.pass(200)
    const { sent, marks } = await cloud.stopped(asking)
    expect(sent).toBe(31)
    expect(marks).toEqual([{ at_ms: 5_295, what: 'stood_still' }])
  })

  test('asks each endpoint at the whole rate, and states which failed and how', async () => {
    const cloud = new Cloud()
    cloud.status = { bad: 503 }
    const asking = cloud.monitor({
      endpoints: [
        { name: 'identity', url: 'good' },
        { name: 'image', url: 'bad' },
        { name: 'teapot', url: 'bad', status: [503] },
      ],
      rate: 50,
    })
    await cloud.time.pass(999)
    const report = await cloud.stopped(asking)
    expect(report.endpoints.map(({ sent, failed }) => [sent, failed])).toEqual([
      [50, 0],
      [50, 50],
      [50, 0],
    ])
    expect(report).toMatchObject({ url: 'good', rate: 50, failed: 50, failed_kinds: { status_503: 50 } })
    expect(new Set(report.failures.map(({ endpoint }) => endpoint))).toEqual(new Set(['image']))
    expect(report.endpoints[1]?.before.p95_ms).toBeNull() // a refusal has no latency
    expect(report.timeline.reduce((sum, { failed }) => sum + failed, 0)).toBe(50)
  })

  test('counts a request that times out with the time that it was waited for', async () => {
    const cloud = new Cloud()
    cloud.status = { live: 'timeout' }
    const asking = cloud.monitor({ rate: 50, timeoutMs: 150 })
    await cloud.time.pass(400)
    const { endpoints, sent } = await cloud.stopped(asking)
    expect(endpoints[0]?.failed_kinds).toEqual({ timeout: sent })
    expect(endpoints[0]?.before.p50_ms).toBe(150)
  })

  test('takes no more room for 4,000 requests than for forty', async () => {
    const cloud = new Cloud()
    const asking = cloud.monitor({ rate: 1_000 })
    await cloud.time.pass(4_000)
    const report = await cloud.stopped(asking)
    expect(report.sent).toBe(4_001)
    expect(report.timeline.length).toBeLessThanOrEqual(60)
    expect(report.timeline.reduce((sum, { sent }) => sum + sent, 0)).toBe(report.sent)
    expect(JSON.stringify(report).length).toBeLessThan(8_000)
  })

  test('stops once, and asks nothing afterwards', async () => {
    const cloud = new Cloud()
    const asking = cloud.monitor()
    await cloud.time.pass(100)
    const report = await cloud.stopped(asking)
    expect(cloud.asked).toBe(report.sent)
    await cloud.time.pass(100)
    expect(cloud.asked).toBe(report.sent)
    expect(await asking.stop()).toBe(report)
  })
})
