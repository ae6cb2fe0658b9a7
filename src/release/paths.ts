import { posix } from 'node:path'

/**
 * Whether a path inside an archive is plain: relative, without `..`, `.`, empty parts, backslashes or control
 * characters, and not inside a repository's own `.git`, which Git never tracks.
 */
export function isPlainPath(path: string): boolean {
  if (path === '' || path.length > 4096 || /[\\\0-\x1f\x7f]/.test(path) || /\p{Surrogate}/u.test(path))
    return false
  return path.split('/').every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part) && Buffer.byteLength(part) <= 255)
}

/** Whether a symlink at `path` leads out of the tree by its own text: it is absolute, or climbs above the top. */
export function leavesTree(path: string, target: string): boolean {
  if (target === '' || target.startsWith('/') || /[\\\0]/.test(target)) return true
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  return end === '..' || end.startsWith('../')
}

/** As many links as Linux follows on the way to a file. */
const MOST_HOPS = 40

/**
 * The first of the links that leaves the tree, also by way of other links: what a path means depends on where the
 * links on its way lead. A link that leads nowhere, or in a circle, stays inside.
 *
 * @param links path of each link → its target
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
      return false // the system gives up here, too
    else rest = [...next.split('/'), ...rest]
  }
  return false
}

/** Two names for one place, where the file system does not tell them apart. */
export interface Collision {
  one: string
  other: string
}

/**
 * Two paths, or folders of paths, that are one for a file system that ignores case or the way that Unicode writes an
 * accent, or a file that is a folder, too.
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
