import type {
  MonitorEndpoint,
  MonitorEvent,
  MonitorFigures,
  MonitorReport,
} from '../../deploy/monitor/report.js'
import type { OperationResult } from '../../deploy/operations/result.js'
import { duration } from '../figures.js'

export type Strategy = OperationResult['strategy']

const STRETCHES = {
  blue_green: { before: 'before the shift', during: 'during it', after: 'after the shift' },
  in_place: { before: 'before the deploy', during: 'during it', after: 'with the new release' },
} as const

/** The stretches of time in which requests were sent to an endpoint, with their names. */
export function stretchesOf(
  endpoint: MonitorEndpoint,
  strategy: Strategy,
): { name: string; figures: MonitorFigures }[] {
  return (['before', 'during', 'after'] as const)
    .map((key) => ({ name: STRETCHES[strategy][key], figures: endpoint[key] }))
    .filter(({ figures }) => figures.sent > 0)
}

/** The time of an event, in milliseconds since the monitor started. */
export function markOf({ marks }: MonitorReport, wanted: MonitorEvent): number | undefined {
  return marks.find(({ what }) => what === wanted)?.at_ms
}

/** The length of one interval of the timeline, in milliseconds. */
export function widthOf({ timeline }: MonitorReport): number {
  return timeline[1]?.at_ms ?? 100
}

/** `12 ms`; empty when there is no good answer. */
export function latency(ms: number | null): string {
  return ms === null ? '' : duration(ms)
}
