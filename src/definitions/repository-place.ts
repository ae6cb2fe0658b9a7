import { resolve } from 'node:path'
import { UserError } from '../platform/errors.js'
import { GitError, gitText } from '../platform/git.js'

/** Where a folder lies in its repository. */
export interface RepositoryPlace {
  /** Absolute path of the repository's top folder; outside of a repository the folder itself. */
  top: string
  /** From there to the folder, with `/` at the end; empty at the top. */
  prefix: string
}

export async function repositoryPlace(folder: string): Promise<RepositoryPlace> {
  try {
    const answer = await gitText(['rev-parse', '--show-toplevel', '--show-prefix'], { cwd: folder })
    const [top = '', prefix = ''] = answer.split('\n')
    return { top, prefix }
  } catch (error) {
    if (error instanceof GitError || error instanceof UserError) return { top: resolve(folder), prefix: '' }
    throw error
  }
}
