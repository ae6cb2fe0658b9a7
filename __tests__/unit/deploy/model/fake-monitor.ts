import type { Monitor } from '../../../../src/deploy/monitor/monitor.js'
import type { MonitorFigures } from '../../../../src/deploy/monitor/report.js'
import type { Run } from './world.js'

/** A monitor that saw what the scheduler let it see: requests that failed while the run slept. */
export function fakeMonitor(run: Run): Monitor {
  let isAfter = false
  let earlier = run.failedRequests
  const figures = (failed: number): MonitorFigures => ({
    ...{ sent: 100, failed, p50_ms: 1, p95_ms: 1, p99_ms: 1, slowest_ms: 1 },
  })
  const endpoint = () => {
    const now = run.failedRequests - earlier
    const [before, after] = isAfter ? [0, now] : [now, 0]
    return { name: 'live', before: figures(before), during: figures(0), after: figures(after) }
  }
  return {
    mark: (what) => {
      if (what !== 'shift_ended') return
      isAfter = true
      earlier = run.failedRequests
    },
    figures: () => [endpoint()],
    stop: async () => ({
      ...{ url: 'http://live', rate: 100, sent: 100, ok: 100, failed: 0, failed_kinds: {}, slowest_ms: 1 },
      ...{ outage_ms: 0, failures: [], timeline: [], marks: [], not_judged: [] },
      endpoints: [
        { ...endpoint(), url: 'http://live', sent: 100, ok: 100, failed: 0, failed_kinds: {}, slowest_ms: 1 },
      ],
      started_at: '2026-01-01T00:00:00Z',
      ended_at: '2026-01-01T00:00:00Z',
    }),
  }
}
