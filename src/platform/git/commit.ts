import { type GitOptions, gitWithDeadline } from './git.js'

/** A commit whose tree is one file. */
export interface FileCommit {
  /** The parent commit; `undefined` for the first commit of a history. */
  parent: string | undefined
  path: string
  content: string
  message: string
  date: Date
}

/** git fast-import needs the name of a ref. This one is reset before the end, so that it never exists. */
const NO_REF = 'refs/changeover-new'

/**
 * Write a commit that no ref points to yet, with one `git fast-import`.
 *
 * @returns its id. @throws GitError
 */
export async function writeFileCommit(
  commit: FileCommit,
  options: Pick<GitOptions, 'cwd' | 'env' | 'timeoutMs'>,
): Promise<string> {
  const { parent, path, content, message, date } = commit
  const seconds = Math.floor(date.getTime() / 1000)
  const input = [
    `commit ${NO_REF}`,
    'mark :1',
    `committer Changeover <changeover@localhost> ${seconds} +0000`,
    data(message),
    ...(parent === undefined ? [] : [`from ${parent}`]),
    'deleteall', // so that git does not read the parent's tree, which a partial clone does not have
    `M 100644 inline ${path}`,
    data(content),
    'get-mark :1',
    `reset ${NO_REF}`,
    'done',
    '',
  ].join('\n')
  // below this limit, git writes loose objects instead of a pack for each commit
  const args = ['-c', 'fastimport.unpackLimit=100', 'fast-import', '--quiet', '--done', '--force']
  return (await gitWithDeadline(args, { ...options, input })).toString('utf8').trim()
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
