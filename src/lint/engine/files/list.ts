import { lstatSync, realpathSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { messageOf, systemCode, UserError } from '../../../platform/errors.js'
import { GitError, git } from '../../../platform/git/git.js'
import type { SkipReason } from '../finding.js'

const NEVER_ENTERED = new Set(['.git', 'node_modules'])

/**
 * The files of a folder, relative to it and with `/`, sorted.
 *
 * In a Git repository, these are the tracked files and the untracked ones that are not ignored; elsewhere all files.
 * Links are listed, not followed.
 *
 * @throws UserError `folder_missing`, `folder_unreadable`
 */
export async function listFiles(root: string): Promise<string[]> {
  await requireFolder(root)
  const paths = (await gitFiles(root)) ?? (await walkedFiles(root))
  return [...new Set(paths)].sort()
}

async function requireFolder(root: string): Promise<void> {
  const found = await stat(root).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new UserError('folder_unreadable', `Cannot read ${root}: ${messageOf(error)}`, { cause: error })
  })
  if (found?.isDirectory()) return
  throw new UserError('folder_missing', `The folder ${root} does not exist.`, {
    remedy: 'Specify the folder with the definitions.',
  })
}

/** The files that Git lists; `undefined` outside a repository. */
async function gitFiles(root: string): Promise<string[] | undefined> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  try {
    const listed = await git(args, { cwd: root })
    return listed.toString('utf8').split('\0').filter(Boolean)
  } catch (error) {
    const noGit = error instanceof UserError && error.code === 'git_missing'
    const noRepository =
      error instanceof GitError && /not a git repository|dubious ownership/.test(error.stderr)
    if (noGit || noRepository) return undefined
    throw error
  }
}

async function walkedFiles(root: string): Promise<string[]> {
  const files: string[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!entry.isDirectory()) files.push(path)
      else if (!NEVER_ENTERED.has(entry.name)) folders.push(path)
    }
  }
  return files
}

/**
 * Paths from a user, in the form of {@link listFiles}. Relative paths start at `root`.
 *
 * @throws UserError `file_outside` when a file is not below `root`, `file_missing`
 */
export async function namedFiles(root: string, names: readonly string[]): Promise<string[]> {
  return Promise.all(
    names.map(async (name) => {
      const path = relative(root, resolve(root, name)).split(sep).join('/')
      if (path === '' || path === '..' || path.startsWith('../') || isAbsolute(path)) {
        throw new UserError('file_outside', `${name} is not a file in ${root}.`, {
          remedy: 'Specify files inside the checked folder.',
        })
      }
      if ((await stat(join(root, path)).catch(() => undefined))?.isFile()) return path
      throw new UserError('file_missing', `The file ${name} does not exist in ${root}.`, {
        remedy: 'Check the name. Omit deleted files.',
      })
    }),
  )
}

/** Resolves listed files. The links of a folder are resolved once for all its files. */
export class ReadablePaths {
  private readonly folders = new Map<string, string>()

  /** @param root with its own links resolved */
  constructor(private readonly root: string) {}

  /**
   * The resolved path of a file, or why it is skipped.
   *
   * @throws UserError `file_unreadable`
   */
  find(path: string): { real: string } | { skip: SkipReason } {
    try {
      const direct = join(this.folder(dirname(path)), basename(path))
      const stats = lstatSync(direct)
      const real = stats.isSymbolicLink() ? realpathSync.native(direct) : direct
      if (!real.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep))
        return { skip: 'link_outside' }
      const isFile = real === direct ? stats.isFile() : statSync(real).isFile()
      return isFile ? { real } : { skip: 'no_regular_file' }
    } catch (error) {
      const code = systemCode(error)
      if (!['ENOENT', 'ENOTDIR', 'ELOOP'].includes(code ?? '')) throw unreadableFile(path, error)
      return { skip: path.includes(REPLACEMENT) ? 'name_encoding' : 'gone' }
    }
  }

  private folder(path: string): string {
    const known = this.folders.get(path)
    if (known !== undefined) return known
    const real = this.resolved(path)
    this.folders.set(path, real)
    return real
  }

  /** Only a link needs a system call: any other folder is below its resolved parent. */
  private resolved(path: string): string {
    if (path === '.') return this.root
    const direct = join(this.folder(dirname(path)), basename(path))
    return lstatSync(direct).isSymbolicLink() ? realpathSync.native(direct) : direct
  }
}

/** Replaces invalid bytes in a name. */
const REPLACEMENT = '\ufffd'

/** A file that cannot be read is never a pass, since its content is unknown. */
export function unreadableFile(path: string, error: unknown): UserError {
  return new UserError('file_unreadable', `Cannot read ${path}: ${messageOf(error)}`, {
    remedy: 'Make it readable, or add it to validate.ignore in changeover.yml.',
    cause: error,
  })
}
