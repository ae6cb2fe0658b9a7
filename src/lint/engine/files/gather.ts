import { realpath } from 'node:fs/promises'
import { setImmediate as breath } from 'node:timers/promises'
import picomatch from 'picomatch'
import type { Definition } from '../definition.js'
import type { SkipReason } from '../finding.js'
import { listFiles, namedFiles, ReadablePaths } from './list.js'
import { readDefinition } from './read.js'
import { isDefinitionName } from './recognize.js'

export interface Gathered {
  /** All files of the folder, sorted. */
  files: ReadonlySet<string>
  /** The definitions among them, in the same order. */
  definitions: Definition[]
  /** Why each of the other files is skipped. */
  skipped: Map<string, SkipReason>
  /** Whether to report findings in a file. */
  isAsked(path: string): boolean
}

/** After this many files, yield to the event loop: for Ctrl-C and the output of linters. */
const FILES_AT_A_STRETCH = 100

/**
 * Find and read the definitions of a folder.
 *
 * @throws UserError `folder_missing`, `folder_unreadable`, `file_outside`, `file_missing`, `file_unreadable`
 */
export async function gather(options: {
  root: string
  /** Lists the files of `root`, relative to it; default: as Git does, see {@link listFiles}. */
  list?: (root: string) => Promise<string[]>
  files?: readonly string[]
  ignore: readonly string[]
}): Promise<Gathered> {
  const listed = await (options.list ?? listFiles)(options.root)
  const root = await realpath(options.root)
  const named = options.files && new Set(await namedFiles(options.root, options.files))
  const isIgnored = picomatch([...options.ignore], { dot: true })
  const all = [...new Set([...listed, ...(named ?? [])])].sort()

  const places = new ReadablePaths(root)
  const read = (path: string): Definition | SkipReason => {
    if (!isDefinitionName(path)) return 'other_name'
    if (isIgnored(path)) return 'ignored'
    const place = places.find(path)
    return 'skip' in place ? place.skip : (readDefinition(place.real, path) ?? 'other_content')
  }
  const definitions: Definition[] = []
  const skipped = new Map<string, SkipReason>()
  // synchronously: files are small and many, and awaiting each costs more than reading it
  for (const [index, path] of all.entries()) {
    const found = read(path)
    if (typeof found === 'object') definitions.push(found)
    else skipped.set(path, found)
    if (index % FILES_AT_A_STRETCH === FILES_AT_A_STRETCH - 1) await breath()
  }
  return { files: new Set(all), definitions, skipped, isAsked: (path) => named?.has(path) ?? true }
}
