import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { git } from '../../src/platform/git/git.js'

const ENV = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@localhost',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@localhost',
  GIT_AUTHOR_DATE: '2026-11-01T12:00:00Z',
  GIT_COMMITTER_DATE: '2026-11-01T12:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

/** A file's text; or its text and mode; or where a link leads. */
export type FileSpec = string | Buffer | { text: string; executable: true } | { link: string }

export async function writeFiles(folder: string, files: Record<string, FileSpec>): Promise<void> {
  for (const [path, spec] of Object.entries(files)) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    if (typeof spec === 'string' || Buffer.isBuffer(spec)) await writeFile(target, spec)
    else if ('link' in spec) await symlink(spec.link, target)
    else {
      await writeFile(target, spec.text)
      await chmod(target, 0o755)
    }
  }
}

/** Run git in a way that does not depend on the machine's own settings; times are fixed. */
export async function testGit(folder: string, ...args: string[]): Promise<string> {
  return (await git(args, { cwd: folder, env: ENV })).toString('utf8').trim()
}

/** A Git repository with one commit that holds `files`. */
export async function makeRepository(folder: string, files: Record<string, FileSpec>): Promise<string> {
  await testGit(folder, 'init', '--quiet', '--initial-branch=main')
  await writeFiles(folder, files)
  await commitAll(folder, 'first')
  return folder
}

export async function commitAll(folder: string, message: string): Promise<void> {
  await testGit(folder, 'add', '--all')
  await testGit(folder, 'commit', '--quiet', '--message', message)
}
