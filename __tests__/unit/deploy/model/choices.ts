/**
 * The decisions of one scenario. Each is an index of which 0 is the harmless one, so that a list of decisions with zeros in
 * it, or an end that is missing, is a quieter scenario: that is all that shrinking needs.
 */
export class Choices {
  readonly made: number[] = []

  private constructor(private readonly next: (weights: readonly number[]) => number) {}

  /** Random decisions. The same seed makes the same ones. */
  static random(seed: number): Choices {
    const random = mulberry32(seed)
    return new Choices((weights) => {
      let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
      const index = weights.findIndex((weight) => {
        left -= weight
        return left < 0
      })
      return Math.max(0, index)
    })
  }

  /** Decisions that were made before; after them only harmless ones. */
  static replay(made: readonly number[]): Choices {
    let at = 0
    return new Choices((weights) => {
      const choice = made[at++] ?? 0
      return choice < weights.length ? choice : 0
    })
  }

  /** One of as many as there are weights. */
  index(weights: readonly number[]): number {
    const choice = this.next(weights)
    this.made.push(choice)
    return choice
  }

  /** One of some values, each as likely as the others; the first is the harmless one. */
  among<T>(first: T, ...others: T[]): T {
    const values = [first, ...others]
    return values[this.index(values.map(() => 1))] ?? first
  }

  /** Whether something happens that happens with this probability. */
  happens(probability: number): boolean {
    return this.index([1 - probability, probability]) === 1
  }
}

/** A small generator of random numbers in [0, 1): Mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * The quietest decisions that still fail: cut the end off, then turn ever smaller stretches to zeros.
 *
 * @param fails whether a scenario with these decisions fails
 * @param tries how often it may be asked
 */
export async function shrink(
  made: readonly number[],
  fails: (made: readonly number[]) => Promise<boolean>,
  tries = 600,
): Promise<readonly number[]> {
  let best = made
  let left = tries
  const better = async (candidate: readonly number[]) => {
    if (left-- <= 0 || !(await fails(candidate))) return false
    best = candidate
    return true
  }
  for (let size = best.length >> 1; size >= 1 && left > 0; size >>= 1) {
    while (best.length > size && (await better(best.slice(0, -size))));
    for (let from = 0; from < best.length; from += size) {
      const stretch = best.slice(from, from + size)
      if (stretch.every((choice) => choice === 0)) continue
      await better([...best.slice(0, from), ...stretch.map(() => 0), ...best.slice(from + size)])
    }
  }
  return best
}
