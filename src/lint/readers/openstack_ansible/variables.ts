import { entriesOf, type YamlEntry } from '../../../yaml/tree.js'
import { type Definition, rootMapping } from '../../engine/definition.js'
import { partOf } from './recognize.js'

/** A variable that a file sets. */
export interface Setting {
  file: string
  /** Whether it comes from user_*.yml, which wins over everything else. */
  isExtra: boolean
  entry: YamlEntry
}

/** What user_*.yml, group_vars and host_vars of a deployment set. */
export interface Variables {
  /** Files of `user_*.yml`, in the order in which they are read: the last one wins. */
  extraFiles: readonly Definition[]
  /** Whether `user_*.yml` are there at all. */
  isThere: boolean
  /** Whether there are files that cannot be read: they may set anything. */
  hasUnread: boolean
  settings: ReadonlyMap<string, readonly Setting[]>
}

export function readVariables(files: readonly Definition[]): Variables {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const isExtra = ({ path }: Definition) => partOf(path).part === 'user_variables'
  const settings = new Map<string, Setting[]>()
  for (const file of inOrder) {
    for (const entry of entriesOf(rootMapping(file))) {
      const setting = { file: file.path, isExtra: isExtra(file), entry }
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
    extraFiles,
    isThere: extraFiles.length > 0,
    hasUnread: inOrder.some(isUnread),
    settings,
  }
}
