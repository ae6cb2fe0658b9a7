import { posix } from 'node:path'

/**
 * Whether a path in an archive is plain: relative, without `..`, `.`, empty parts, backslashes and control characters, and
 * not inside `.git`, which Git never tracks.
 */
export function isPlainPath(path: string): boolean {
  if (path === '' || path.length > 4096 || /[\\\0-\x1f\x7f]/.test(path) || /\p{Surrogate}/u.test(path))
    return false
  return path.split('/').every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part) && Buffer.byteLength(part) <= 255)
}

/** Whether the target of a symlink at `path` is outside the tree: it is absolute, or climbs above the top. */
export function leavesTree(path: string, target: string): boolean {
  if (target === '' || target.startsWith('/') || /[\\\0]/.test(target)) return true
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  return end === '..' || end.startsWith('../')
}

/** The number of links that Linux follows on the way to a file. */
const MOST_HOPS = 40

/**
 * The first link that leaves the tree, directly or through other links. A link to a missing file, or in a cycle, does not
 * leave it.
 *
 * @param links the target of each link, by its path
 */
export function escapingLink(links: ReadonlyMap<string, string>): string | undefined {
  for (const [path, target] of links) {
    if (leavesTree(path, target) || climbsOut(path, target, links)) return path
  }
  return undefined
}

function climbsOut(path: string, target: string, links: ReadonlyMap<string, string>): boolean {
  let done = path.split('/').slice(0, -1)
  let rest = target.split('/')
  for (let hops = 0; rest.length > 0; ) {
    const [name = '', ...after] = rest
    rest = after
    if (name === '' || name === '.') continue
    if (name === '..') {
      if (done.length === 0) return true
      done = done.slice(0, -1)
      continue
    }
    const next = links.get([...done, name].join('/'))
    if (next === undefined) done = [...done, name]
    else if (next.startsWith('/')) return true
    else if (++hops > MOST_HOPS)
      return false // Linux stops here too
    else rest = [...next.split('/'), ...rest]
  }
  return false
}

/** Two paths that some file systems do not distinguish. */
export interface Collision {
  one: string
  other: string
}

/**
 * Two paths, or folders of paths, that are the same for a file system that ignores case or Unicode normalization, or a
 * file that is also a folder.
 */
export function collision(paths: Iterable<string>): Collision | undefined {
  const places = new Map<string, { path: string; isFile: boolean }>()
  for (const path of paths) {
    for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
      const part = end === -1 ? path : path.slice(0, end)
      const isFile = end === -1
      const key = part.normalize('NFC').toLowerCase().normalize('NFC')
      const there = places.get(key)
      if (!there) places.set(key, { path: part, isFile })
      else if (there.path !== part || there.isFile || isFile) return { one: there.path, other: part }
      if (isFile) break
    }
  }
  return undefined
}
