import { realpath } from 'node:fs/promises'
import picomatch from 'picomatch'
import { inParallel } from '../platform/in-parallel.js'
import type { Definition } from './definition.js'
import type { SkipReason } from './finding.js'
import { listFiles, namedFiles, readablePath } from './list.js'
import { readDefinition } from './read.js'
import { isDefinitionName } from './recognize.js'

export interface Gathered {
  /** All files of the folder, sorted. */
  files: ReadonlySet<string>
  /** Those that are definitions, read, in the same order. */
  definitions: Definition[]
  /** Why each of the others is none. */
  skipped: Map<string, SkipReason>
  /** Whether findings in a file are asked for. */
  isAsked(path: string): boolean
}

/** How many files are read at once. */
const CONCURRENCY = 8

/**
 * Find and read the definitions of a folder.
 *
 * @throws UserError `folder_missing`, `folder_unreadable`, `file_outside`, `file_missing`, `file_unreadable`
 */
export async function gather(options: {
  root: string
  files?: readonly string[]
  ignore: readonly string[]
}): Promise<Gathered> {
  const listed = await listFiles(options.root)
  const root = await realpath(options.root)
  const named = options.files && new Set(await namedFiles(options.root, options.files))
  const isIgnored = picomatch([...options.ignore], { dot: true })
  const all = [...new Set([...listed, ...(named ?? [])])].sort()

  const read = await inParallel(all, CONCURRENCY, async (path): Promise<Definition | SkipReason> => {
    if (!isDefinitionName(path)) return 'other_name'
    if (isIgnored(path)) return 'ignored'
    const place = await readablePath(root, path)
    return 'skip' in place ? place.skip : ((await readDefinition(place.real, path)) ?? 'other_content')
  })
  const definitions: Definition[] = []
  const skipped = new Map<string, SkipReason>()
  for (const [index, path] of all.entries()) {
    const found = read[index]
    if (typeof found === 'object') definitions.push(found)
    else if (found) skipped.set(path, found)
  }
  return { files: new Set(all), definitions, skipped, isAsked: (path) => named?.has(path) ?? true }
}
