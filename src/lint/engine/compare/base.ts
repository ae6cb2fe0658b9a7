import { posix } from 'node:path'
import picomatch from 'picomatch'
import { UserError } from '../../../platform/errors.js'
import { GitError, git, gitText, repositoryRoot } from '../../../platform/git/git.js'
import { readBlobs, splitNul, type TreeEntry, treeOf } from '../../../platform/git/objects.js'
import type { Definition } from '../definition.js'
import { definitionOf, MAX_BYTES, tooLarge } from '../files/read.js'
import { isDefinitionName } from '../files/recognize.js'

/** The definitions as they were before a change. */
export interface Base {
  /** Full id of the commit. */
  commit: string
  definitions: Definition[]
  /** All files of the folder, as in the rules' context. */
  files: ReadonlySet<string>
  /** Files that the change gave another name: old → new. */
  renamed: ReadonlyMap<string, string>
}

/**
 * Read a folder as the commit has it that a change began at: where HEAD left `ref`, or `ref` itself where there is no
 * common history.
 *
 * The work tree is not touched: what differs comes from Git's own store, and all else is what was read already.
 *
 * @param root the folder that is checked
 * @param now the definitions in it
 * @param ignore globs of files to leave out
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
    // a link that is the same may lead to what is not
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

/** All definitions of a tree, from Git's own store, sorted. */
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
        'Give a branch, a tag or a commit. When it is missing from a shallow clone: git fetch --unshallow, or fetch-depth: 0 of actions/checkout.',
    })
  }
  try {
    const common = await gitText(['merge-base', commit, 'HEAD'], { cwd: root })
    return common === '' ? commit : common
  } catch (error) {
    if (error instanceof GitError) return commit // nothing in common, or too little history is here to see it
    throw error
  }
}

/** The full id of the commit that `ref` means here, if any. */
export async function revision(root: string, ref: string): Promise<string | undefined> {
  if (ref === '' || ref.startsWith('-')) return undefined
  try {
    return await gitText(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], { cwd: root })
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

/** The old names of files that are not what they were, and where those went that only moved. */
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
    if (file === undefined || file.mode === LINK) continue // it leads nowhere, or out of the folder
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

/** Where the tree's links lead, when one of them is asked for. */
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

/** The path without links in it, or `undefined` when it leaves the folder or goes round in circles. */
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
