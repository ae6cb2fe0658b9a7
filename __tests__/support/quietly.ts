import { afterAll, beforeAll } from '@jest/globals'

/** Keep what the tests of a file print on standard output out of the log. */
export function quietly(): void {
  const { write } = process.stdout
  beforeAll(() => {
    process.stdout.write = () => true
  })
  afterAll(() => {
    process.stdout.write = write
  })
}
