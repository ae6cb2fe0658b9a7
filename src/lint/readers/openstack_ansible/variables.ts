import { entriesOf } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import { type PlacedEntry, placedEntry } from './placed.js'
import { partOf } from './recognize.js'

/** A variable that a file sets. */
export interface Setting extends PlacedEntry {
  /** Whether the file is a user_*.yml, which overrides all other files. */
  isExtra: boolean
}

/** The variables in user_*.yml, group_vars and host_vars. */
export interface Variables {
  /** Whether there is a `user_*.yml`. */
  hasUserFiles: boolean
  /** The files of secrets that are readable text. */
  secretFiles: readonly Definition[]
  /** Whether a file cannot be read, so that it may set any variable. */
  hasUnread: boolean
  /** By name. Files are in the order in which they are read: the last one wins. */
  settings: ReadonlyMap<string, readonly Setting[]>
}

export function readVariables(files: readonly Definition[]): Variables {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const isExtra = ({ path }: Definition) => partOf(path).part === 'user_variables'
  const settings = new Map<string, Setting[]>()
  for (const file of inOrder) {
    for (const entry of entriesOf(rootMapping(file))) {
      const setting = { ...placedEntry(file.path, entry), isExtra: isExtra(file) }
      const others = settings.get(entry.key)
      if (others) others.push(setting)
      else settings.set(entry.key, [setting])
    }
  }
  const extraFiles = inOrder.filter(isExtra)
  const isUnread = ({ unread, yaml, templated }: Definition) =>
    unread !== undefined ||
    templated === true ||
    yaml?.problems.some(({ kind }) => kind === 'syntax') === true
  return {
    hasUserFiles: extraFiles.length > 0,
    secretFiles: extraFiles.filter(
      ({ path, unread }) => /(^|\/)user_secrets[^/]*$/.test(path) && unread === undefined,
    ),
    hasUnread: inOrder.some(isUnread),
    settings,
  }
}
