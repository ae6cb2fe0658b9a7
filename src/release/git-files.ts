import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { systemCode, UserError } from '../platform/errors.js'
import { GitError, git, gitText } from '../platform/git/git.js'
import { splitNul, type TreeEntry, treeEntry } from '../platform/git/objects.js'
import { MAX_RELEASE_BYTES, MAX_RELEASE_FILES } from './document.js'
import { collision, isPlainPath } from './paths.js'

/** A tracked file in a Git tree. */
export interface TrackedFile {
  path: string
  type: 'file' | 'symlink'
  executable: boolean
  /** Git's id of the content. */
  id: string
  size: number
}

/** The commit at HEAD. @throws UserError `no_commit` */
export async function headCommit(root: string): Promise<string> {
  try {
    return await gitText(['rev-parse', '--verify', 'HEAD^{commit}'], { cwd: root })
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new UserError('no_commit', `The repository ${root} has no commit yet.`, {
      remedy: 'Commit the files that you want to release.',
      cause: error,
    })
  }
}

/**
 * The chosen files of a tree or commit, sorted by path, from Git's object store: checkout filters, the umask and unsaved
 * changes do not affect them.
 *
 * @throws UserError `submodule_in_release`, `git_unreadable_name`, `path_not_portable`, `paths_collide`,
 *   `release_too_large`
 */
export async function trackedFiles(
  root: string,
  tree: string,
  chosen: (path: string) => boolean,
): Promise<TrackedFile[]> {
  const listing = await git(['ls-tree', '-r', '-z', '-l', '--full-tree', tree], { cwd: root })
  const entries = splitNul(listing)
    .map((line) => treeEntry(decode(line)))
    .filter(({ path }) => chosen(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  refuseSubmodules(entries)
  refusePaths(entries.map(({ path }) => path))
  refuseSize(entries)
  return entries.map(({ path, mode, id, size }) => ({
    ...{ path, id, size },
    type: mode === '120000' ? 'symlink' : 'file',
    executable: mode === '100755',
  }))
}

/** The tracked files that differ from the commit. */
export async function uncommittedFiles(root: string): Promise<string[]> {
  const status = await git(['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no'], {
    cwd: root,
  })
  return splitNul(status).map((line) => line.toString('utf8').slice(3))
}

/**
 * Write a Git tree with the tracked files as they are in the work tree now. The index and the work tree do not change.
 * No ref points to the tree, so that `git gc` removes it.
 */
export async function workTree(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'changeover-index-'))
  try {
    const index = join(folder, 'index')
    const own = resolve(root, await gitText(['rev-parse', '--git-path', 'index'], { cwd: root }))
    await copyFile(own, index).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error
    })
    const env = { GIT_INDEX_FILE: index }
    await git(['add', '--update', '.'], { cwd: root, env })
    return await gitText(['write-tree'], { cwd: root, env })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function refuseSubmodules(entries: readonly TreeEntry[]): void {
  const submodules = entries.filter(({ mode }) => mode === '160000').map(({ path }) => path)
  if (submodules.length === 0) return
  throw new UserError(
    'submodule_in_release',
    submodules.length === 1
      ? `${submodules[0]} is a submodule, which a release cannot contain.`
      : `${some(submodules)} are submodules, which a release cannot contain.`,
    { remedy: 'Exclude it with release.exclude, or copy its files into the repository.' },
  )
}

function refusePaths(paths: readonly string[]): void {
  const odd = paths.find((path) => !isPlainPath(path))
  if (odd !== undefined) {
    throw new UserError('path_not_portable', `The file name ${JSON.stringify(odd)} is not portable.`, {
      remedy:
        'Rename the file, or exclude it with release.exclude: other systems read a backslash or a control character in a name differently.',
    })
  }
  const collided = collision(paths)
  if (collided) {
    const { one, other } = collided
    throw new UserError(
      'paths_collide',
      `${one} and ${other} differ only in case or in how an accent is written${one === other ? '' : ` (${JSON.stringify([escaped(one), escaped(other)])})`}.`,
      {
        remedy:
          'Rename one of them, or exclude it with release.exclude: some file systems can store only one of the two.',
      },
    )
  }
}

function refuseSize(entries: readonly TreeEntry[]): void {
  const bytes = entries.reduce((sum, { size }) => sum + size, 0)
  if (bytes <= MAX_RELEASE_BYTES && entries.length <= MAX_RELEASE_FILES) return
  const largest = entries.toSorted((a, b) => b.size - a.size)[0]
  throw new UserError(
    'release_too_large',
    `The release would contain ${entries.length} files with ${bytes} bytes. The limits are ${MAX_RELEASE_FILES} files and ${MAX_RELEASE_BYTES} bytes.${largest ? ` The largest is ${largest.path}.` : ''}`,
    { remedy: 'Reduce the files with release.include and release.exclude.' },
  )
}

/** The first five names, and the number of further ones. */
export function some(names: readonly string[]): string {
  const more = names.length - 5
  return `${names.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (character) => `U+${character.codePointAt(0)?.toString(16)}`)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new UserError(
      'git_unreadable_name',
      `The file name ${JSON.stringify(bytes.toString('latin1'))} is not UTF-8.`,
      {
        remedy: 'Rename the file.',
        cause,
      },
    )
  }
}
