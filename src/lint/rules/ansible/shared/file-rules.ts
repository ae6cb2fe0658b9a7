import type { Range } from '../../../../yaml/source.js'
import { asScalar, type YamlNode } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Problem } from '../../../engine/rule.js'
import { type FileIndex, folderOf, joined, nameOf } from '../../../readers/ansible/file-index.js'
import type { Task } from '../../../readers/ansible/tasks.js'

export const PING = '- name: Greet\n  hosts: all\n  tasks:\n    - name: Greet\n      ansible.builtin.ping:\n'

/** A file that is asked for, and the folders where Ansible looks for it. */
export interface Wanted {
  file: string
  range: Range
  name: string
  folders: readonly string[]
}

/** Where Ansible looks for what a task names; `undefined` when only a run can tell. */
export function wantedBy(task: Task, node: YamlNode | undefined, part: string): Wanted | undefined {
  const name = asScalar(node)?.text
  // arguments behind a file's name (`include_tasks: a.yml tag=b`) are of an old form
  if (!node || !name || /[\s=]/.test(name)) return undefined
  const folder = folderOf(task.file)
  const starts = task.role === undefined ? [folder] : [task.role, folder]
  const folders = starts.flatMap((start) => [start, joined(start, part) ?? start])
  return { file: task.file, range: node.range, name, folders }
}

/**
 * Whether a name leads nowhere, for sure: a file of that name that lies elsewhere in the repository may be reached
 * in a way that is not seen here.
 */
export function isMissing({ name, folders }: Wanted, files: FileIndex): boolean {
  if (isTemplatedValue(name) || name.startsWith('/') || name.startsWith('~')) return false
  const paths = folders.map((folder) => joined(folder, name))
  return (
    !files.hasName(nameOf(name)) &&
    !paths.includes(undefined) &&
    paths.every((path) => path && !files.has(path))
  )
}

export function missing(what: string, { file, range, name, folders }: Wanted, files: FileIndex): Problem {
  const looked = folders.map((folder) => joined(folder, folderOf(name)) ?? folder)
  const near = files.near(nameOf(name), looked)
  const beside = folderOf(name) === '' ? '' : `${folderOf(name)}/`
  const problem: Problem = {
    file,
    range,
    message: `The ${what} "${name}" does not exist.`,
    help: near ? `Did you mean "${beside}${near}"?` : 'Add the file, or mend its name.',
  }
  // a folder that is not there at all may be fetched before the run
  return looked.some((folder) => files.hasFolder(folder)) ? problem : { ...problem, severity: 'notice' }
}
