import { typoOf } from '../../engine/speller.js'

/** How many names of one file are compared with all that are known. */
const MAX_LOOKUPS = 200

export class Speller {
  private readonly found = new Map<string, string | undefined>()

  misspelled(name: string, known: readonly string[]): string | undefined {
    if (this.found.has(name) || this.found.size >= MAX_LOOKUPS) return this.found.get(name)
    const meant = typoOf(name, known)
    this.found.set(name, meant)
    return meant
  }
}
