import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { git, gitText } from '../platform/git/git.js'

/**
 * The output of `git diff` for two folders.
 *
 * Settings of this machine and attributes in the folders are ignored: the content of a release is not trusted.
 *
 * @param scratch a folder for a temporary repository
 */
export async function textDiff(scratch: string, before: string, after: string): Promise<string> {
  const repository = join(scratch, 'git')
  const quiet = {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
  }
  const env = { ...quiet, GIT_DIR: repository }
  await git(['init', '--quiet', '--bare', repository], { cwd: scratch, env: quiet })
  await mkdir(join(repository, 'info'), { recursive: true })
  await writeFile(
    join(repository, 'info/attributes'),
    '* -text -filter -ident -working-tree-encoding !diff\n',
  )
  const trees = []
  for (const folder of [before, after]) {
    const own = { ...env, GIT_WORK_TREE: folder, GIT_INDEX_FILE: `${folder}.index` }
    await git(['add', '--all', '--force', '.'], { cwd: folder, env: own })
    trees.push(await gitText(['write-tree'], { cwd: folder, env: own }))
  }
  const options = ['--no-color', '--no-ext-diff', '--no-textconv', '--find-renames', '-p']
  const lines = await git(['diff-tree', '-r', ...options, ...trees], { cwd: scratch, env })
  return lines.toString('utf8')
}
