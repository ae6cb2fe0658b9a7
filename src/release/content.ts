import { createHash } from 'node:crypto'
import { UserError } from '../platform/errors.js'
import { streamBlobs } from '../platform/git/stream.js'
import type { ReleaseFile } from './document.js'
import { some, type TrackedFile } from './git-files.js'
import { escapingLink } from './paths.js'

/** How every Git LFS pointer begins, and the most bytes that one may have. */
const LFS_POINTER = Buffer.from('version https://git-lfs.github.com/spec/')
const LFS_POINTER_BYTES = 1024

/**
 * Read what the files hold, piece by piece, and say what a release's list says of them.
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
    const kept: Buffer[] = [] // what has to be looked at: links and what may be a pointer
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
    `${path} is a link to ${links.get(path)}, outside the repository.`,
    {
      remedy: 'Replace the link by the file, or leave it out with release.exclude.',
    },
  )
}

function refusePointers(pointers: readonly string[]): void {
  if (pointers.length === 0) return
  throw new UserError(
    'lfs_pointer_in_release',
    `Git tracks only a Git LFS pointer for ${some(pointers)}: the release would hold the pointer, not the content.`,
    {
      remedy:
        'Bring the content back into Git (git lfs migrate export --include=…), fetch it where it is deployed, or leave the file out with release.exclude.',
    },
  )
}
