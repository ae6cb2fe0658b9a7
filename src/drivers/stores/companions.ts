import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file that lies beside an archive and belongs to it, such as its attestation or its list of dependencies. */
export interface Companion {
  path: string
  /** The end of its name, after the name of the archive: `.sigstore.json`. */
  ending: string
}

/** The end of the file name `name`, if it is a companion of the archive. */
export function endingAfter(archive: string, name: string): string | undefined {
  if (!name.startsWith(archive)) return undefined
  const ending = name.slice(archive.length)
  return /^(?:\.[a-z][a-z0-9-]{0,30}){0,3}\.json$/.test(ending) ? ending : undefined
}

/** The companions of an archive, sorted by name. */
export async function companionsOf(archive: string): Promise<Companion[]> {
  const folder = dirname(archive)
  const names = await readdir(folder)
  return names.sort().flatMap((name) => {
    const ending = endingAfter(basename(archive), name)
    return ending === undefined ? [] : [{ path: join(folder, name), ending }]
  })
}
