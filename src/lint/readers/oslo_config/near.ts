import { distance } from 'fastest-levenshtein'
import { nearest } from '../../../platform/nearest.js'

/** How many names of one file are compared with all that are known. */
const MAX_LOOKUPS = 200

/** Finds what was meant; it gives up on a file that no person wrote. */
export class Speller {
  private readonly found = new Map<string, string | undefined>()

  /** The known name that was certainly meant: other names are no more than similar, and may be a plug-in's. */
  misspelled(name: string, known: readonly string[]): string | undefined {
    if (this.found.has(name)) return this.found.get(name)
    const near = this.found.size < MAX_LOOKUPS ? nearest(name, known) : undefined
    const meant = near !== undefined && isMisspelled(name, near) ? near : undefined
    this.found.set(name, meant)
    return meant
  }
}

function isMisspelled(name: string, known: string): boolean {
  if (plain(name) === plain(known)) return true
  const letters = (text: string) => text.replace(/\d+/g, '')
  // numbered names are siblings
  if (letters(name) === letters(known)) return false
  const allowed = name.length >= 8 ? 2 : Number(name.length >= 5)
  return distance(name, known) <= allowed
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}
