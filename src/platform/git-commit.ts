import { type GitOptions, git, WITHOUT_HOOKS } from './git.js'

/** A commit that holds one file. */
export interface FileCommit {
  /** The commit before it; `undefined` for one that begins a history. */
  parent: string | undefined
  path: string
  content: string
  message: string
  date: Date
}

/** Nothing ever has this name: a stream has to name a ref, and this one is taken back before it ends. */
const NO_REF = 'refs/changeover-new'

/**
 * Write a commit that no ref leads to yet, by one `git fast-import`.
 *
 * @returns its id. @throws GitError
 */
export async function writeFileCommit(
  commit: FileCommit,
  options: Pick<GitOptions, 'cwd' | 'env'>,
): Promise<string> {
  const { parent, path, content, message, date } = commit
  const seconds = Math.floor(date.getTime() / 1000)
  const input = [
    `commit ${NO_REF}`,
    'mark :1',
    `committer Changeover <changeover@localhost> ${seconds} +0000`,
    data(message),
    ...(parent === undefined ? [] : [`from ${parent}`]),
    'deleteall', // spares reading the tree of the parent, which a partial clone does not have
    `M 100644 inline ${path}`,
    data(content),
    'get-mark :1',
    `reset ${NO_REF}`,
    'done',
    '',
  ].join('\n')
  // a hook would be run although no ref moves; and objects are wanted, not a pack for each commit
  const settings = [...WITHOUT_HOOKS, '-c', 'fastimport.unpackLimit=100']
  const args = [...settings, 'fast-import', '--quiet', '--done', '--force']
  return (await git(args, { ...options, input })).toString('utf8').trim()
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
