import { type GitOptions, git } from './git.js'

/** One entry of a commit's tree. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule. */
  mode: string
  id: string
  /** Bytes of the content; 0 for a submodule. */
  size: number
  path: string
}

/** Everything that a commit has below a folder of the work tree, with paths relative to that folder. */
export async function treeOf(folder: string, commit: string): Promise<TreeEntry[]> {
  const listing = await git(['ls-tree', '-r', '-z', '-l', commit], { cwd: folder })
  return splitNul(listing).map((line) => {
    const text = line.toString('utf8')
    const tab = text.indexOf('\t')
    const [mode = '', , id = '', size = ''] = text.slice(0, tab).split(/ +/)
    return { mode, id, size: Number(size) || 0, path: text.slice(tab + 1) }
  })
}

/** The contents of blobs, in the order asked for, by one `git cat-file`. */
export async function readBlobs(
  root: string,
  ids: readonly string[],
  maxBytes = 1024 ** 3,
): Promise<Buffer[]> {
  const objects = await readObjects(ids, { cwd: root, maxBytes })
  return objects.map((object, at) => {
    if (object?.type === 'blob') return object.content
    throw new Error(`git cat-file: ${ids[at]} is ${object?.type ?? 'missing'}, expected a blob`)
  })
}

/** One object of a repository. */
export interface GitObject {
  id: string
  type: string
  content: Buffer
}

/**
 * What stands behind each of `names` (ids, refs, `<commit>:<path>`), by one `git cat-file`; `undefined` where there is
 * nothing. A partial clone gets from its remote what it lacks.
 *
 * @throws GitError
 */
export async function readObjects(
  names: readonly string[],
  options: Pick<GitOptions, 'cwd' | 'env' | 'maxBytes'>,
): Promise<(GitObject | undefined)[]> {
  if (names.length === 0) return []
  const input = `${names.join('\n')}\n`
  const answer = await git(['cat-file', '--batch'], { timeoutMs: 300_000, ...options, input })
  let at = 0
  return names.map((name) => {
    const lineEnd = answer.indexOf(0x0a, at)
    const line = answer.subarray(at, lineEnd).toString('utf8')
    at = lineEnd + 1
    if (line === `${name} missing`) return undefined
    const [id = '', type = '', size] = line.split(' ')
    const content = answer.subarray(at, at + Number(size))
    at += content.length + 1
    return { id, type, content }
  })
}

/** What git prints with `-z`. */
export function splitNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0, start)
    parts.push(bytes.subarray(start, end))
    start = end + 1
  }
  return parts
}
