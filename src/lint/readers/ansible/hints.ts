/** More misspelled names than this come from no person. */
const MAX_LOOKS = 300

/**
 * Looks for the name that was meant. Each look goes over all known names, so a file that is made to be slow gets
 * only so many of them.
 */
export class Hints {
  private left = MAX_LOOKS

  constructor(private readonly find: (name: string, known: Iterable<string>) => string | undefined) {}

  near(name: string, known: Iterable<string>): string | undefined {
    return --this.left < 0 ? undefined : this.find(name, known)
  }
}
