import { posix } from 'node:path'
import picomatch from 'picomatch'
import { UserError } from '../../../platform/errors.js'
import { GitError, git, gitText, repositoryRoot } from '../../../platform/git/git.js'
import { readBlobs, splitNul, type TreeEntry, treeOf } from '../../../platform/git/objects.js'
import type { Definition } from '../definition.js'
import { definitionOf, MAX_BYTES, tooLarge } from '../files/read.js'
import { isDefinitionName } from '../files/recognize.js'

/** The definitions before a change. */
export interface Base {
  /** The full id of the commit. */
  commit: string
  definitions: Definition[]
  /** All files of the folder, as in `RuleContext`. */
  files: ReadonlySet<string>
  /** Renamed files: old → new. */
  renamed: ReadonlyMap<string, string>
}

/**
 * Read a folder at the merge base of HEAD and `ref`, or at `ref` itself without a common history.
 *
 * The work tree is not touched: changed files are read from Git's object store, and all others are reused.
 *
 * @param root the checked folder
 * @param now its current definitions
 * @param ignore globs of files to ignore
 * @throws UserError `unknown_base`, `not_a_repository`
 */
export async function readBase(
  root: string,
  ref: string,
  now: readonly Definition[],
  ignore: readonly string[],
): Promise<Base> {
  const isIgnored = picomatch([...ignore], { dot: true })
  const commit = await baseCommit(root, ref)
  const { touched, renamed } = await changesSince(root, commit)
  const tree = await treeOf(root, commit)
  const current = new Map(now.map((definition) => [definition.path, definition]))

  const definitions: Definition[] = []
  const toRead: TreeEntry[] = []
  for (const entry of tree) {
    if (entry.mode === SUBMODULE || !isDefinitionName(entry.path) || isIgnored(entry.path)) continue
    // the target of an unchanged link may have changed
    if (touched.has(entry.path) || entry.mode === LINK) toRead.push(entry)
    else {
      const same = current.get(entry.path)
      if (same) definitions.push(same)
    }
  }
  definitions.push(...(await readEntries(root, tree, toRead)))
  return {
    commit,
    definitions: definitions.sort((a, b) => (a.path < b.path ? -1 : 1)),
    files: new Set(tree.map(({ path }) => path)),
    renamed,
  }
}

/** All definitions of a tree in Git's object store, sorted. */
export async function readTree(
  root: string,
  tree: readonly TreeEntry[],
  isIgnored: (path: string) => boolean,
): Promise<Definition[]> {
  const wanted = tree.filter(
    ({ mode, path }) => mode !== SUBMODULE && isDefinitionName(path) && !isIgnored(path),
  )
  const definitions = await readEntries(root, tree, wanted)
  return definitions.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const LINK = '120000'
const SUBMODULE = '160000'

async function baseCommit(root: string, ref: string): Promise<string> {
  await repositoryRoot(root)
  const commit = await revision(root, ref)
  if (commit === undefined) {
    throw new UserError('unknown_base', `The repository has no commit ${JSON.stringify(ref)}.`, {
      remedy:
        'Specify a branch, a tag or a commit. In a shallow clone, run git fetch --unshallow, or set fetch-depth: 0 of actions/checkout.',
    })
  }
  try {
    const common = await gitText(['merge-base', commit, 'HEAD'], { cwd: root })
    return common === '' ? commit : common
  } catch (error) {
    if (error instanceof GitError) return commit // no common history, or a shallow clone
    throw error
  }
}

/** The full id of the commit that `ref` refers to, if any. */
export async function revision(root: string, ref: string): Promise<string | undefined> {
  if (ref === '' || ref.startsWith('-')) return undefined
  try {
    return await gitText(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], { cwd: root })
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

/** The old paths of changed files, and the new paths of renamed ones. */
async function changesSince(root: string, commit: string) {
  const args = ['diff', '--name-status', '-z', '-M', '--no-ext-diff', '--relative', commit, '--', '.']
  const words = splitNul(await git(args, { cwd: root })).map((word) => word.toString('utf8'))
  const touched = new Set<string>()
  const renamed = new Map<string, string>()
  for (let at = 0; at < words.length; ) {
    const status = words[at++] ?? ''
    const path = words[at++] ?? ''
    touched.add(path)
    if (/^[RC]/.test(status)) {
      const to = words[at++] ?? ''
      if (status.startsWith('R')) renamed.set(path, to)
    }
  }
  return { touched, renamed }
}

async function readEntries(
  root: string,
  tree: readonly TreeEntry[],
  entries: readonly TreeEntry[],
): Promise<Definition[]> {
  const links = await linksOf(root, tree, entries)
  const files = new Map(tree.filter(({ mode }) => mode !== SUBMODULE).map((entry) => [entry.path, entry]))
  const definitions: Definition[] = []
  const found: { path: string; id: string }[] = []
  for (const { path } of entries) {
    const file = files.get(resolved(path, links) ?? '')
    if (file === undefined || file.mode === LINK) continue // a broken link, or a link out of the folder
    if (file.size <= MAX_BYTES) found.push({ path, id: file.id })
    else definitions.push(...present(tooLarge(path)))
  }
  const contents = await readBlobs(
    root,
    found.map(({ id }) => id),
  )
  for (const [index, { path }] of found.entries()) {
    const content = contents[index]
    if (content) definitions.push(...present(definitionOf(content, path)))
  }
  return definitions
}

function present(definition: Definition | undefined): Definition[] {
  return definition ? [definition] : []
}

/** The targets of the tree's links, if one of them is read. */
async function linksOf(
  root: string,
  tree: readonly TreeEntry[],
  asked: readonly TreeEntry[],
): Promise<Map<string, string>> {
  if (!asked.some(({ mode }) => mode === LINK)) return new Map()
  const links = tree.filter(({ mode, size }) => mode === LINK && size < 4096)
  const targets = await readBlobs(
    root,
    links.map(({ id }) => id),
  )
  return new Map(links.map(({ path }, index) => [path, targets[index]?.toString('utf8') ?? '']))
}

/** The path with its links resolved; `undefined` when it leaves the folder or has a cycle. */
function resolved(path: string, links: ReadonlyMap<string, string>): string | undefined {
  let rest = path.split('/')
  let done: string[] = []
  for (let hops = 0; rest.length > 0; ) {
    const [name = '', ...after] = rest
    const target = links.get([...done, name].join('/'))
    if (target === undefined) {
      done.push(name)
      rest = after
      continue
    }
    const next = posix.normalize(posix.join(...done, target, ...after))
    if (++hops > 40 || target.startsWith('/') || next.startsWith('../')) return undefined
    done = []
    rest = next.split('/')
  }
  return done.join('/')
}
