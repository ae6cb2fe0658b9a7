import { createHash } from 'node:crypto'
import { UserError } from '../platform/errors.js'
import { streamBlobs } from '../platform/git/stream.js'
import type { ReleaseFile } from './document.js'
import { some, type TrackedFile } from './git-files.js'
import { escapingLink } from './paths.js'

/** The first bytes of a Git LFS pointer, and its maximum size. */
const LFS_POINTER = Buffer.from('version https://git-lfs.github.com/spec/')
const LFS_POINTER_BYTES = 1024

/**
 * Read the files as a stream, and describe them for release.json.
 *
 * @throws UserError `link_leaves_tree`, `lfs_pointer_in_release`
 */
export async function describeFiles(root: string, files: readonly TrackedFile[]): Promise<ReleaseFile[]> {
  const described: ReleaseFile[] = []
  const links = new Map<string, string>()
  const pointers: string[] = []
  let at = 0
  const ids = files.map(({ id }) => id)
  for await (const { size, content } of streamBlobs(root, ids)) {
    const file = files[at++]
    if (!file) break
    const { path, type, executable } = file
    const hash = createHash('sha256')
    const kept: Buffer[] = [] // the content of links, and of files that may be pointers
    for await (const piece of content) {
      hash.update(piece)
      if (type === 'symlink' || size <= LFS_POINTER_BYTES) kept.push(piece)
    }
    const text = Buffer.concat(kept)
    if (type === 'symlink') links.set(path, text.toString('utf8'))
    else if (text.subarray(0, LFS_POINTER.length).equals(LFS_POINTER)) pointers.push(path)
    described.push({ path, type, executable, size, sha256: hash.digest('hex') })
  }
  refuseEscapingLinks(links)
  refusePointers(pointers)
  return described
}

function refuseEscapingLinks(links: ReadonlyMap<string, string>): void {
  const path = escapingLink(links)
  if (path === undefined) return
  throw new UserError(
    'link_leaves_tree',
    `${path} is a symbolic link to ${links.get(path)}, outside the repository.`,
    {
      remedy: 'Replace the link with the file, or exclude it with release.exclude.',
    },
  )
}

function refusePointers(pointers: readonly string[]): void {
  if (pointers.length === 0) return
  throw new UserError(
    'lfs_pointer_in_release',
    `Git has only a Git LFS pointer for ${some(pointers)}: the release would contain the pointer, not the content.`,
    {
      remedy:
        'Move the content to Git (git lfs migrate export --include=…), fetch it during the deploy, or exclude the file with release.exclude.',
    },
  )
}
