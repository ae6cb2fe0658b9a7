import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Range } from '../../yaml/source.js'
import type { Place } from './reported.js'

/** A place in a file of the folder, in a file that does not exist, outside the folder, or nowhere. */
export type Spot = { file: string; range: Range } | { missing: string } | 'outside' | 'nowhere'

/** Finds the files of a folder that reports name. */
export class Places {
  private readonly roots: string[]
  private readonly known = new Map<string, boolean>()

  constructor(root: string) {
    this.roots = [...new Set([resolve(root), realpathSync(root)])]
  }

  /** The first place that is a file of the folder. */
  find(places: readonly Place[]): Spot {
    let best: Spot = 'nowhere'
    for (const { path, range } of places) {
      const file = path === undefined ? undefined : this.inside(path)
      if (file === undefined) best = best === 'nowhere' ? 'outside' : best
      else if (this.isFile(file)) return { file, range }
      else if (typeof best === 'string') best = { missing: `${file}:${range.start.line}` }
    }
    return best
  }

  /** The path below the folder, with `/`, or `undefined` when it leads out. */
  private inside(path: string): string | undefined {
    if (path.includes('\0')) return undefined
    for (const root of this.roots) {
      const below = relative(root, resolve(root, path))
      if (below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below)) {
        return below.split(sep).join('/')
      }
    }
    return undefined
  }

  private isFile(file: string): boolean {
    const known = this.known.get(file)
    if (known !== undefined) return known
    const found = isRegular(resolve(this.roots[0] ?? '', file))
    this.known.set(file, found)
    return found
  }
}

function isRegular(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false // it does not exist, its name is invalid, or access is denied
  }
}
