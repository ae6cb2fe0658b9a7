import type { WitnessEndpoint, WitnessEvent, WitnessFigures, WitnessReport } from '../changeover/result.js'
import { duration } from './figures.js'

/** What text and Markdown say of a witness alike. */

const STRETCHES = [
  ['before', 'before the switch'],
  ['during', 'during it'],
  ['after', 'on the new color'],
] as const

/** The stretches in which an endpoint was asked at all, with their names. */
export function stretchesOf(endpoint: WitnessEndpoint): { name: string; figures: WitnessFigures }[] {
  return STRETCHES.map(([key, name]) => ({ name, figures: endpoint[key] })).filter(
    ({ figures }) => figures.sent > 0,
  )
}

/** When it happened, in milliseconds since the witness started. */
export function markOf({ marks }: WitnessReport, wanted: WitnessEvent): number | undefined {
  return marks.find(({ what }) => what === wanted)?.at_ms
}

/** How long a moment of the timeline lasts, in milliseconds. */
export function widthOf({ timeline }: WitnessReport): number {
  return timeline[1]?.at_ms ?? 100
}

/** `12 ms`; empty without a good answer. */
export function latency(ms: number | null): string {
  return ms === null ? '' : duration(ms)
}
