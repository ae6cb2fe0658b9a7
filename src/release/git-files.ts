import { UserError } from '../platform/errors.js'
import { git, gitText } from '../platform/git.js'
import { readBlobs, splitNul } from '../platform/git-objects.js'

/** A tracked file as the commit has it. */
export interface GitFile {
  path: string
  type: 'file' | 'symlink'
  executable: boolean
  content: Buffer
}

/** The most bytes that a release may hold, uncompressed. */
export const MAX_RELEASE_BYTES = 1024 ** 3

/**
 * The files of a commit that are chosen, sorted by path, read from Git's own store: no check-out filter, no umask
 * and no half-saved file can change them.
 *
 * @throws UserError `submodule_in_release`, `git_unreadable_name`
 */
export async function filesOfCommit(
  root: string,
  commit: string,
  chosen: (path: string) => boolean,
): Promise<GitFile[]> {
  const listing = await git(['ls-tree', '-r', '-z', '--full-tree', commit], { cwd: root })
  const entries = splitNul(listing)
    .map(parseEntry)
    .filter((entry) => chosen(entry.path))
  const submodule = entries.find((entry) => entry.mode === '160000')
  if (submodule) {
    throw new UserError(
      'submodule_in_release',
      `${submodule.path} is a submodule; a release cannot hold it.`,
      { remedy: 'Leave it out with release.exclude, or copy its files into the repository.' },
    )
  }
  const contents = await readBlobs(
    root,
    entries.map((entry) => entry.id),
    MAX_RELEASE_BYTES,
  )
  return entries
    .map((entry, index) => ({
      path: entry.path,
      type: entry.mode === '120000' ? ('symlink' as const) : ('file' as const),
      executable: entry.mode === '100755',
      content: contents[index] ?? Buffer.alloc(0),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Tracked files that differ from the commit, or `[]`. */
export async function changedFiles(root: string): Promise<string[]> {
  const status = await git(['status', '--porcelain', '-z', '--untracked-files=no'], { cwd: root })
  return splitNul(status).map((line) => line.toString('utf8').slice(3))
}

/** Where the repository was cloned from, without user name and password. */
export async function originUrl(root: string): Promise<string | null> {
  const url = await gitText(['config', '--get', 'remote.origin.url'], { cwd: root }).catch(() => '')
  if (url === '') return null
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1')
}

function parseEntry(line: Buffer): { mode: string; id: string; path: string } {
  const text = decode(line)
  const tab = text.indexOf('\t')
  const [mode = '', , id = ''] = text.slice(0, tab).split(' ')
  return { mode, id, path: text.slice(tab + 1) }
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
