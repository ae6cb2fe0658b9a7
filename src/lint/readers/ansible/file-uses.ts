import type { Range } from '../../../yaml/source.js'
import { asScalar, asSequence, asString, type YamlNode } from '../../../yaml/tree.js'
import { oncePer, type Use } from '../../engine/declared.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { type FileIndex, folderOf, joined, nameOf } from './file-index.js'
import type { Project } from './project.js'
import type { Task } from './tasks.js'

type MissingVerdict = 'missing_playbook' | 'missing_tasks' | 'missing_template' | 'missing_vars'

interface MissingBase<Verdict extends MissingVerdict> extends Use {
  verdict: Verdict
  file: string
  name: string
  /** The name that was probably meant. */
  meant: string | undefined
  /** Whether a folder exists in which Ansible looks. Otherwise the file may be downloaded before the run. */
  hasFolder: boolean
}

/** A reference to a file that does not exist. */
export type MissingFile = { [Verdict in MissingVerdict]: MissingBase<Verdict> }[MissingVerdict]

/** A reference to a file, with the folders in which Ansible looks for it. */
interface Reference {
  verdict: MissingVerdict
  file: string
  range: Range
  name: string
  folders: readonly string[]
}

/** The references to files that do not exist. */
export const missingFiles = oncePer((project: Project): MissingFile[] =>
  [...references(project)]
    .filter((reference) => isMissing(reference, project.files))
    .map((reference) => missing(reference, project.files)),
)

function* references({ plays, tasks, files }: Project): Iterable<Reference> {
  for (const { file, entries, imported } of plays) {
    const folder = folderOf(file)
    const name = asString(imported)
    if (imported && name && !isCollectionPlaybook(name))
      yield { verdict: 'missing_playbook', file, range: imported.range, name, folders: [folder] }
    const varsFiles = entries.get('vars_files')?.value
    for (const item of asSequence(varsFiles)?.items ?? [varsFiles]) {
      const varsFile = asString(item)
      const folders = [folder, joined(folder, 'vars') ?? folder]
      if (item && varsFile !== undefined)
        yield { verdict: 'missing_vars', file, range: item.range, name: varsFile, folders }
    }
  }
  for (const task of tasks) {
    const { name, args, free } = task.action ?? {}
    const file = free ?? args?.get('file')?.value
    if (name === 'import_tasks' || name === 'include_tasks')
      yield* reference('missing_tasks', task, file, 'tasks')
    else if (name === 'include_vars') yield* reference('missing_vars', task, file, 'vars')
    else if (name === 'template')
      for (const found of reference('missing_template', task, args?.get('src')?.value, 'templates')) {
        // without such a folder, the templates are elsewhere
        if (found.folders.some((folder) => nameOf(folder) === 'templates' && files.hasFolder(folder)))
          yield found
      }
  }
}

/** The reference of a task to a file in a part of a role; none when only a run can tell where it leads. */
function reference(
  verdict: MissingVerdict,
  task: Task,
  node: YamlNode | undefined,
  part: string,
): Reference[] {
  const name = asScalar(node)?.text
  // the old form `include_tasks: a.yml tag=b` has arguments after the name
  if (!node || !name || /[\s=]/.test(name)) return []
  const folder = folderOf(task.file)
  const starts = task.role === undefined ? [folder] : [task.role, folder]
  const folders = starts.flatMap((start) => [start, joined(start, part) ?? start])
  return [{ verdict, file: task.file, range: node.range, name, folders }]
}

/** `openstack.osa.setup_hosts`, with or without `.yml`. */
function isCollectionPlaybook(name: string): boolean {
  return /^\w+\.\w+\.\w[\w.]*$/.test(name.replace(/\.ya?ml$/, ''))
}

/** Whether a file is certainly missing. One of the same name elsewhere may be found in a way that is not modeled here. */
function isMissing({ name, folders }: Reference, files: FileIndex): boolean {
  if (isTemplatedValue(name) || /^[/~]/.test(name) || files.hasName(nameOf(name))) return false
  return folders.every((folder) => {
    const path = joined(folder, name)
    return path !== undefined && path !== '' && !files.has(path)
  })
}

function missing({ verdict, file, range, name, folders }: Reference, files: FileIndex): MissingFile {
  const subfolder = folderOf(name)
  const searched = folders.map((folder) => joined(folder, subfolder) ?? folder)
  const near = files.nearest(nameOf(name), searched)
  const meant = near !== undefined && subfolder !== '' ? `${subfolder}/${near}` : near
  return { verdict, file, range, name, meant, hasFolder: searched.some((folder) => files.hasFolder(folder)) }
}
