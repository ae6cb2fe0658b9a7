import { relative, resolve, sep } from 'node:path'
import { UserError } from '../../../platform/errors.js'
import { GitError, gitText } from '../../../platform/git/git.js'

/** The place of a folder in its repository. */
export interface RepositoryPlace {
  /** Absolute path of the repository's top folder. */
  top: string
  /** From there to the folder, with `/` at the end; empty at the top. */
  prefix: string
}

/** @param top the top folder to use outside a repository */
export async function repositoryPlace(folder: string, top: string = folder): Promise<RepositoryPlace> {
  try {
    const answer = await gitText(['rev-parse', '--show-toplevel', '--show-prefix'], { cwd: folder })
    const [found = '', prefix = ''] = answer.split('\n')
    return { top: found, prefix }
  } catch (error) {
    if (error instanceof GitError || error instanceof UserError)
      return placeBelow(resolve(top), resolve(folder))
    throw error
  }
}

function placeBelow(top: string, folder: string): RepositoryPlace {
  const path = relative(top, folder).split(sep)
  if (path[0] === '..') return { top: folder, prefix: '' }
  return { top, prefix: path[0] === '' ? '' : `${path.join('/')}/` }
}
