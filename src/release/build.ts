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

/** The inputs of `package`. */
export interface BuildOptions {
  /** The top folder of the repository. */
  folder: string
  /** Default: `git describe --tags --always`. */
  version?: string
  /** The folder for the archive. It is created if it does not exist. */
  output: string
  /** Package uncommitted changes of tracked files too, and mark the release as dirty. */
  allowDirty?: boolean
  /** Checks the definitions first. Without it, the release has no findings. */
  check?: Check
  /** Whether errors of the check do not stop the release, because the caller has judged them. Secrets stop it in any case. */
  tolerateErrors?: boolean
  /** The previous release, to record the changes since. */
  previous?: ReleaseDocument
}

/** The packaged content, in Git's terms. */
interface Source {
  root: string
  commit: string
  /** The commit, or a tree with the uncommitted changes. */
  tree: string
  dirty: boolean
  settings: Manifest
  version: string
}

/**
 * Package the commit at HEAD into one archive, `<name>-<version>.tar.gz`.
 *
 * The same commit, version and manifest give the same content and the same digest on every machine. An archive of the
 * same release in the output folder is kept; an archive of another release is never replaced.
 *
 * @throws UserError `not_a_repository`, `not_the_top_folder`, `no_commit`, `uncommitted_changes`, `manifest_missing`,
 *   `manifest_invalid`, `release_empty`, `version_exists`, `output_unwritable`, and those of {@link trackedFiles},
 *   {@link describeFiles} and {@link refuseFindings}
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
      remedy: 'Commit or revert them: a release contains what was reviewed.',
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
  throw new UserError('not_the_top_folder', `${folder} is a folder inside the repository ${root}.`, {
    remedy: 'Package the top folder of the repository. Choose files with release.include.',
  })
}

async function settingsOf(root: string, tree: string): Promise<Manifest> {
  const [own] = await trackedFiles(root, tree, (path) => path === MANIFEST_FILE)
  const [content] = own ? await readBlobs(root, [own.id]) : []
  if (content) return parseManifest(content)
  throw new UserError('manifest_missing', `The commit has no ${MANIFEST_FILE}.`, {
    remedy: 'Create and commit one. The smallest has two lines: "version: 1" and "name: my-cloud".',
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
  throw new UserError('release_empty', 'release.include and release.exclude match no tracked file.', {
    remedy: 'Correct the globs in changeover.yml, and commit the files that you want to release.',
  })
}

/** The files of a release, according to its manifest. */
function chooser({ release = {} }: Manifest): Record<'isReleased' | 'matches', (path: string) => boolean> {
  const { include = ['**'], exclude = [] } = release
  const matches = picomatch(include, { dot: true, ignore: exclude, flags: 's' }) // ** matches line feeds too
  // a release always contains its manifest, which describes how to deploy it
  return { matches, isReleased: (path) => path === MANIFEST_FILE || matches(path) }
}

/**
 * The files of a release in a commit (`after`), and the files that the same globs match in another commit (`before`).
 *
 * @throws UserError `manifest_missing`, `manifest_invalid`, and those of {@link trackedFiles}
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

/** Whether an archive is intact. A damaged archive is packaged again. */
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
    throw new UserError('output_unwritable', `Cannot create the folder ${folder}: ${messageOf(error)}`, {
      remedy: 'Choose another output folder.',
      cause: error,
    })
  }
}
