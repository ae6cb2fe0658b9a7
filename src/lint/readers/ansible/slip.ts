import { typoOf } from '../../engine/speller.js'

/** The name among `known` that was meant: names of hosts, groups and roles may be much alike, so one edit is all. */
export function slipOf(name: string, known: Iterable<string>): string | undefined {
  return typoOf(name, known, { shortest: 4, most: 1 })
}
