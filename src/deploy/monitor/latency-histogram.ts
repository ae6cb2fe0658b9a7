/** Each bucket reaches this many times as far as the one before it: what is read back is off by 1 % at most. */
const GROWTH = 1.02
const SHORTEST_MS = 0.1
const LONGEST_MS = 3_600_000
const BUCKETS = Math.ceil(Math.log(LONGEST_MS / SHORTEST_MS) / Math.log(GROWTH)) + 1

/**
 * Latencies in milliseconds, counted in buckets that grow with what they hold. It takes the same few kilobytes for ten
 * latencies as for ten million, and answers percentiles with a relative error of 1 %.
 */
export class LatencyHistogram {
  private readonly buckets = new Uint32Array(BUCKETS)
  private total = 0
  private longest = 0

  /** How many were counted. */
  get count(): number {
    return this.total
  }

  /** @param ms shorter than 0.1 ms counts as that, longer than an hour as an hour */
  add(ms: number): void {
    const index = Math.ceil(Math.log(Math.max(ms, SHORTEST_MS) / SHORTEST_MS) / Math.log(GROWTH))
    const bucket = Math.min(index, BUCKETS - 1)
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1
    this.total++
    this.longest = Math.max(this.longest, ms)
  }

  /** Count what another one has counted as well. */
  merge(other: LatencyHistogram): void {
    for (const [index, count] of other.buckets.entries()) {
      if (count > 0) this.buckets[index] = (this.buckets[index] ?? 0) + count
    }
    this.total += other.total
    this.longest = Math.max(this.longest, other.longest)
  }

  /**
   * The latency that `share` (0 to 1) of all do not exceed, in milliseconds with one decimal; `null` when there are none.
   */
  percentile(share: number): number | null {
    if (this.total === 0) return null
    const wanted = Math.max(1, Math.ceil(share * this.total))
    let seen = 0
    const index = this.buckets.findIndex((count) => {
      seen += count
      return seen >= wanted
    })
    // the geometric middle of the bucket, but nothing that is longer than all
    const middle = SHORTEST_MS * GROWTH ** (index - 0.5)
    return Math.round(10 * Math.max(SHORTEST_MS, Math.min(middle, this.longest))) / 10
  }
}
