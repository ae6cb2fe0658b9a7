import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import picomatch from 'picomatch'
import { MANIFEST_FILE, parseManifest } from '../manifest/load.js'
import { UserError } from '../platform/errors.js'
import { GitError, gitText, repositoryRoot } from '../platform/git.js'
import { writeArchive } from './archive.js'
import { changedFiles, filesOfCommit, type GitFile, originUrl } from './git-files.js'
import { checkVersion, digestOf, type ReleaseManifest } from './manifest.js'
import { leavesTree } from './paths.js'
import type { PackageResult } from './result.js'

/** What to package. */
export interface BuildOptions {
  /** The top folder of the repository. */
  folder: string
  /** Default: `git describe --tags --always`. */
  version?: string
  /** The folder for the archive; made when it is missing. */
  output: string
}

/**
 * Package what Git has at HEAD into one archive, `<name>-<version>.tar.gz`.
 *
 * The same commit, version and manifest give the same bytes everywhere.
 *
 * @throws UserError `not_a_repository`, `not_the_top_folder`, `no_commit`, `uncommitted_changes`,
 *   `manifest_missing`, `manifest_invalid`, `release_empty`, `link_leaves_tree` and what reading Git may say
 */
export async function buildRelease(options: BuildOptions): Promise<PackageResult> {
  const root = await repositoryRoot(options.folder)
  if (
    relative(resolve(options.folder), root) !== '' &&
    (await gitText(['rev-parse', '--show-prefix'], { cwd: options.folder })) !== ''
  ) {
    throw new UserError('not_the_top_folder', `${options.folder} is inside the repository ${root}.`, {
      remedy: 'Package the top folder of the repository; choose files with release.include.',
    })
  }
  const commit = await headCommit(root)
  const changed = await changedFiles(root)
  if (changed.length > 0) {
    throw new UserError(
      'uncommitted_changes',
      `Tracked files differ from the commit: ${changed.slice(0, 5).join(', ')}.`,
      {
        remedy: 'Commit them or take them back: a release is what was reviewed.',
      },
    )
  }
  const [own] = await filesOfCommit(root, commit, (path) => path === MANIFEST_FILE)
  if (!own) {
    throw new UserError('manifest_missing', `The commit has no ${MANIFEST_FILE}.`, {
      remedy: 'Create and commit one; the smallest is two lines:  version: 1  and  name: my-cloud',
    })
  }
  const settings = parseManifest(own.content)
  const version = checkVersion(
    options.version ?? (await gitText(['describe', '--tags', '--always'], { cwd: root })),
  )
  const { include = ['**'], exclude = [] } = settings.release ?? {}
  const matches = picomatch(include, { dot: true, ignore: exclude })
  // the manifest goes along whatever the globs say: it is what deploys the rest
  const files = await filesOfCommit(root, commit, (path) => path === MANIFEST_FILE || matches(path))
  if (!files.some((file) => matches(file.path))) {
    throw new UserError(
      'release_empty',
      'No tracked file is chosen by release.include and release.exclude.',
      {
        remedy: 'Mend the globs in changeover.yml, and commit what you want to release.',
      },
    )
  }
  for (const file of files) refuseEscapingLink(file)
  const manifest = await describe(settings.name, version, root, commit, files)
  await mkdir(options.output, { recursive: true })
  const path = join(options.output, `${manifest.name}-${version}.tar.gz`)
  await writeArchive(path, manifest, files)
  return packageResult('packaged', path, manifest)
}

/** A release's manifest as the result of `package` or `verify`. */
export function packageResult(
  outcome: PackageResult['outcome'],
  path: string,
  manifest: ReleaseManifest,
): PackageResult {
  const { name, version, digest, commit, files } = manifest
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  return {
    schema: 'changeover/package/v1',
    outcome,
    name,
    version,
    digest,
    path,
    commit,
    files: files.length,
    bytes,
  }
}

async function describe(
  name: string,
  version: string,
  root: string,
  commit: string,
  files: readonly GitFile[],
): Promise<ReleaseManifest> {
  const seconds = Number(await gitText(['show', '-s', '--format=%ct', commit], { cwd: root }))
  const manifest = {
    schema: 'changeover/release/v1' as const,
    name,
    version,
    commit,
    committed_at: new Date(seconds * 1000).toISOString(),
    repository: await originUrl(root),
    files: files.map(({ path, type, executable, content }) => ({
      path,
      type,
      executable,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  }
  return { ...manifest, digest: digestOf(manifest) }
}

async function headCommit(root: string): Promise<string> {
  try {
    return await gitText(['rev-parse', '--verify', 'HEAD^{commit}'], { cwd: root })
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new UserError('no_commit', `The repository ${root} has no commit yet.`, {
      remedy: 'Commit what you want to release.',
      cause: error,
    })
  }
}

function refuseEscapingLink(file: GitFile): void {
  if (file.type !== 'symlink' || !leavesTree(file.path, file.content.toString('utf8'))) return
  throw new UserError(
    'link_leaves_tree',
    `${file.path} is a link to ${file.content.toString('utf8')}, outside the repository.`,
    {
      remedy: 'Replace the link by the file, or leave it out with release.exclude.',
    },
  )
}
