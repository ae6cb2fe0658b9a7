/**
 * How the facts of one release differ from those of the next newer one. `data/` stores the newest release in full and
 * every older one as changes, so that a file shows what is special about its release. script/facts writes them.
 *
 * Of an object: keys to set, keys whose value has changes of its own, and keys to remove. Of a sorted list of strings:
 * the strings to add and to remove. Any other value is set as a whole.
 */
export interface Changes {
  set?: Readonly<Record<string, unknown>>
  change?: Readonly<Record<string, Changes>>
  add?: readonly string[]
  remove?: readonly string[]
}

/** A file of `data/`: the facts in full, or the changes to those of the release that they are based on. */
type Stored = Changes & { based_on?: string }

/** The facts of a release in full. @param read the content of its file, and of the newer ones that it is based on */
export function fullFacts(read: (release: string) => Stored, release: string): unknown {
  const { based_on: newer, ...content } = read(release)
  return newer === undefined ? content : withChanges(fullFacts(read, newer), content)
}

/**
 * The value with the changes. What has not changed is shared with the value, so neither may
 * be modified. New keys and strings come last: their order means nothing, and to restore it takes longer than to read
 * the file.
 */
export function withChanges(value: unknown, changes: Changes): unknown {
  const { set = {}, change = {}, add = [], remove = [] } = changes
  if (Array.isArray(value)) {
    const removed = new Set(remove)
    return [...value.filter((entry) => !removed.has(entry)), ...add]
  }
  const after: Record<string, unknown> = { ...(value as object) }
  for (const key of remove) delete after[key]
  for (const [key, inner] of Object.entries(change)) after[key] = withChanges(after[key], inner)
  return Object.assign(after, set)
}
