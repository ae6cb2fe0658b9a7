import { mkdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import picomatch from 'picomatch'
import type { Manifest } from '../../generated/manifest.js'
import { MANIFEST_FILE, parseManifest } from '../manifest/load.js'
import { messageOf, UserError } from '../platform/errors.js'
import { gitText, repositoryRoot } from '../platform/git/git.js'
import { readBlobs } from '../platform/git/objects.js'
import { streamBlobs } from '../platform/git/stream.js'
import { type Check, checkedFields, refuseFindings } from './checked.js'
import { describeFiles } from './content.js'
import { changedFiles, checkVersion, digestOf, type ReleaseDocument } from './document.js'
import { existingRelease, isOfOrigin, refuseOtherContent } from './existing.js'
import { headCommit, some, type TrackedFile, trackedFiles, uncommittedFiles, workTree } from './git-files.js'
import { openRelease } from './open.js'
import { originUrl } from './origin.js'
import { type PackageResult, packageResult } from './result.js'
import { writeArchive } from './write-archive.js'

/** What to package. */
export interface BuildOptions {
  /** The top folder of the repository. */
  folder: string
  /** Default: `git describe --tags --always`. */
  version?: string
  /** The folder for the archive; made when it is missing. */
  output: string
  /** Package tracked files as they are now when they differ from the commit, and say so in the release. */
  allowDirty?: boolean
  /** Checks the definitions first; without one the release says that nothing was checked. */
  check?: Check
  /** Whether errors of the check, which somebody judged already, only count. Secrets stop the release all the same. */
  tolerateErrors?: boolean
  /** The release before, to say what this one changes. */
  previous?: ReleaseDocument
}

/** What is packaged, as Git names it. */
interface Source {
  root: string
  commit: string
  /** The commit, or the tree of what nobody committed. */
  tree: string
  dirty: boolean
  settings: Manifest
  version: string
}

/**
 * Package what Git has at HEAD into one archive, `<name>-<version>.tar.gz`.
 *
 * The same commit, version and manifest give the same content, and so the same digest, everywhere. A version that is
 * in the output folder already is left alone when it is the same release, and never replaced by another one.
 *
 * @throws UserError `not_a_repository`, `not_the_top_folder`, `no_commit`, `uncommitted_changes`, `manifest_missing`,
 *   `manifest_invalid`, `release_empty`, `version_exists`, `output_unwritable`, and what {@link trackedFiles},
 *   {@link describeFiles} and {@link refuseFindings} say
 */
export async function buildRelease(options: BuildOptions): Promise<PackageResult> {
  const source = await sourceOf(options)
  const { root, settings, version, tree } = source
  const path = join(options.output, `${settings.name}-${version}.tar.gz`)
  const existing = await existingRelease(path)
  const repository = await originUrl(root)
  const { previous, check } = options
  const origin = {
    ...source,
    ...{ name: settings.name, repository, previous: previous?.digest, checked: check !== undefined },
  }
  if (existing && isOfOrigin(existing, origin) && (await isWhole(path, existing.digest))) {
    return packageResult('unchanged', path, existing)
  }
  const { files, isReleased } = await chosenFiles(root, tree, settings)
  const checked = await check?.({ root, tree, settings, isReleased })
  if (checked) refuseFindings(checked, options.tolerateErrors ?? false)
  const list = await describeFiles(root, files)
  const content = {
    schema: 'changeover/release/v1' as const,
    name: settings.name,
    version,
    commit: source.commit,
    committed_at: await commitTime(root, source.commit),
    ...(source.dirty ? { dirty: true as const } : {}),
    repository,
    ...checkedFields(checked),
    ...(previous ? { previous: previousOf(previous, list) } : {}),
    files: list,
  }
  const document: ReleaseDocument = { ...content, digest: digestOf(content) }
  if (existing) {
    refuseOtherContent(path, existing, document)
    if (await isWhole(path, existing.digest)) return packageResult('unchanged', path, existing)
  }
  await makeFolder(options.output)
  const ids = files.map(({ id }) => id)
  await writeArchive(path, document, streamBlobs(root, ids))
  return packageResult('packaged', path, document)
}

async function sourceOf(options: BuildOptions): Promise<Source> {
  const root = await topFolder(options.folder)
  const commit = await headCommit(root)
  const changed = await uncommittedFiles(root)
  const dirty = changed.length > 0
  if (dirty && !options.allowDirty) {
    throw new UserError('uncommitted_changes', `Tracked files differ from the commit: ${some(changed)}.`, {
      remedy: 'Commit them or take them back: a release is what was reviewed.',
    })
  }
  const tree = dirty ? await workTree(root) : commit
  const settings = await settingsOf(root, tree)
  const version = checkVersion(options.version ?? (await describedVersion(root, dirty)))
  return { root, commit, tree, dirty, settings, version }
}

async function topFolder(folder: string): Promise<string> {
  const root = await repositoryRoot(folder)
  if (relative(resolve(folder), root) === '') return root
  if ((await gitText(['rev-parse', '--show-prefix'], { cwd: folder })) === '') return root
  throw new UserError('not_the_top_folder', `${folder} is inside the repository ${root}.`, {
    remedy: 'Package the top folder of the repository; choose files with release.include.',
  })
}

async function settingsOf(root: string, tree: string): Promise<Manifest> {
  const [own] = await trackedFiles(root, tree, (path) => path === MANIFEST_FILE)
  const [content] = own ? await readBlobs(root, [own.id]) : []
  if (content) return parseManifest(content)
  throw new UserError('manifest_missing', `The commit has no ${MANIFEST_FILE}.`, {
    remedy: 'Create and commit one; the smallest is two lines:  version: 1  and  name: my-cloud',
  })
}

function describedVersion(root: string, dirty: boolean): Promise<string> {
  return gitText(['describe', '--tags', '--always', ...(dirty ? ['--dirty'] : [])], { cwd: root })
}

async function chosenFiles(
  root: string,
  tree: string,
  settings: Manifest,
): Promise<{ files: TrackedFile[]; isReleased(path: string): boolean }> {
  const { isReleased, matches } = chooser(settings)
  const files = await trackedFiles(root, tree, isReleased)
  if (files.some((file) => matches(file.path))) return { files, isReleased }
  throw new UserError('release_empty', 'No tracked file is chosen by release.include and release.exclude.', {
    remedy: 'Mend the globs in changeover.yml, and commit what you want to release.',
  })
}

/** What belongs to a release, by its manifest. */
function chooser({ release = {} }: Manifest): Record<'isReleased' | 'matches', (path: string) => boolean> {
  const { include = ['**'], exclude = [] } = release
  const matches = picomatch(include, { dot: true, ignore: exclude, flags: 's' }) // ** means line ends, too
  // the manifest goes along whatever the globs say: it is what deploys the rest
  return { matches, isReleased: (path) => path === MANIFEST_FILE || matches(path) }
}

/**
 * The files that belong to a release in a commit (`after`), and those that the same globs choose in another one (`before`).
 *
 * @throws UserError `manifest_missing`, `manifest_invalid`, and what {@link trackedFiles} says
 */
export async function releasedFiles(
  root: string,
  other: string,
  commit: string,
): Promise<Record<'before' | 'after', TrackedFile[]>> {
  const { isReleased } = chooser(await settingsOf(root, commit))
  const [before, after] = await Promise.all(
    [other, commit].map((tree) => trackedFiles(root, tree, isReleased)),
  )
  return { before: before ?? [], after: after ?? [] }
}

async function commitTime(root: string, commit: string): Promise<string> {
  const seconds = Number(await gitText(['show', '-s', '--format=%ct', commit], { cwd: root }))
  return new Date(seconds * 1000).toISOString()
}

function previousOf({ version, digest, files }: ReleaseDocument, list: ReleaseDocument['files']) {
  return { version, digest, changes: changedFiles(files, list) }
}

/** Whether every byte of an archive is what its list says. One that is damaged is made again. */
async function isWhole(path: string, digest: string): Promise<boolean> {
  try {
    await openRelease(path, digest)
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new UserError('output_unwritable', `Cannot make the folder ${folder}: ${messageOf(error)}`, {
      remedy: 'Choose another output folder.',
      cause: error,
    })
  }
}
