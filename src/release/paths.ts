import { posix } from 'node:path'

/** Whether a path inside an archive is plain: relative, without `..`, `.`, empty parts, backslashes or control characters. */
export function isPlainPath(path: string): boolean {
  if (path === '' || path.length > 4096 || path.startsWith('/') || /[\\\0-\x1f\x7f]/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** Whether a symlink at `path` leads out of the tree: its target is absolute, or climbs above the top. */
export function leavesTree(path: string, target: string): boolean {
  if (target === '' || target.startsWith('/') || /[\\\0]/.test(target)) return true
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  return end === '..' || end.startsWith('../')
}
