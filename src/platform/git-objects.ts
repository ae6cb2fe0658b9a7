import { git } from './git.js'

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
  if (ids.length === 0) return []
  const answer = await git(['cat-file', '--batch'], {
    cwd: root,
    input: `${ids.join('\n')}\n`,
    maxBytes,
    timeoutMs: 300_000,
  })
  const contents: Buffer[] = []
  let at = 0
  for (const id of ids) {
    const lineEnd = answer.indexOf(0x0a, at)
    const [, type, size] = answer.subarray(at, lineEnd).toString('latin1').split(' ')
    if (type !== 'blob') throw new Error(`git cat-file: ${id} is ${type ?? 'missing'}, expected a blob`)
    const start = lineEnd + 1
    contents.push(answer.subarray(start, start + Number(size)))
    at = start + Number(size) + 1
  }
  return contents
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
