/** Lets a number of tasks run at once; the others wait for their turn. */
export class Slots {
  private readonly waiting: (() => void)[] = []
  private free: number

  constructor(count: number) {
    this.free = count
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1
    else await new Promise<void>((resolve) => this.waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.free += 1
    }
  }
}
