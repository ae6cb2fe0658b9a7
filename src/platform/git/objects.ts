import { type GitOptions, git, gitWithDeadline } from './git.js'

/** One entry of a commit's tree. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule. */
  mode: string
  id: string
  /** Bytes of the content; 0 for a submodule. */
  size: number
  path: string
}

/** Everything in a commit below a folder of the work tree, with paths relative to that folder. */
export async function treeOf(folder: string, commit: string): Promise<TreeEntry[]> {
  const listing = await git(['ls-tree', '-r', '-z', '-l', commit], { cwd: folder })
  return splitNul(listing).map((line) => treeEntry(line.toString('utf8')))
}

/** Read one line of `git ls-tree -l`. */
export function treeEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t')
  const [mode = '', , id = '', size = ''] = line.slice(0, tab).split(/ +/)
  return { mode, id, size: Number(size) || 0, path: line.slice(tab + 1) }
}

/** The contents of blobs, in the order of `ids`, from one `git cat-file`. */
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

/** Milliseconds: a partial clone fetches what it lacks. */
const READ_TIMEOUT_MS = 300_000

/**
 * The objects that `names` (ids, refs, `<commit>:<path>`) refer to, from one `git cat-file`; `undefined` for a name that
 * refers to none. A partial clone fetches missing objects from its remote.
 *
 * @throws GitError
 */
export async function readObjects(
  names: readonly string[],
  options: Pick<GitOptions, 'cwd' | 'env' | 'maxBytes' | 'timeoutMs'>,
): Promise<(GitObject | undefined)[]> {
  if (names.length === 0) return []
  const input = `${names.join('\n')}\n`
  const args = ['cat-file', '--batch']
  const answer = await gitWithDeadline(args, { timeoutMs: READ_TIMEOUT_MS, ...options, input })
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

/** Split what git prints with `-z`. */
export function splitNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0, start)
    parts.push(bytes.subarray(start, end))
    start = end + 1
  }
  return parts
}
