import { setTimeout as delay } from 'node:timers/promises'

/**
 * Wait until `condition` holds. The deadline is for a condition that never will: a busy machine may need most of it.
 *
 * @param what for the error, as a sentence without its end
 */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  ms = 60_000,
): Promise<void> {
  const deadline = performance.now() + ms
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${ms} ms`)
    await delay(20)
  }
}
