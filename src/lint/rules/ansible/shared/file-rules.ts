import type { Range } from '../../../../yaml/source.js'
import { asScalar, asSequence, asString, type YamlNode } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { type FileIndex, folderOf, joined, nameOf } from '../../../readers/ansible/file-index.js'
import { importOf } from './play-rules.js'
import type { Project } from '../../../readers/ansible/project.js'
import type { Task } from '../../../readers/ansible/tasks.js'

const PING = '- name: Greet\n  hosts: all\n  tasks:\n    - name: Greet\n      ansible.builtin.ping:\n'
const SITE = '- name: Deploy Keystone\n  ansible.builtin.import_playbook: keystone.yml\n'

/** A file that is asked for, and the folders where Ansible looks for it. */
interface Wanted {
  file: string
  range: Range
  name: string
  folders: readonly string[]
}

export const missingPlaybook: Rule<Project> = {
  id: 'ansible/missing-playbook',
  severity: 'error',
  summary: 'an imported playbook does not exist',
  help: 'The name is relative to the folder of the playbook that imports it. Ansible reads all imports before it does anything, and stops when one is not there. When the whole folder is not there, it may be fetched before the run, and this is a notice. Playbooks of collections and names that hold Jinja are not looked at.',
  example: {
    bad: { 'site.yml': SITE, 'keystone-api.yml': PING },
    good: { 'site.yml': SITE, 'keystone.yml': PING },
  },
  *check({ plays, files }) {
    for (const { file, entries } of plays) {
      const node = importOf(entries)?.value
      const name = asString(node)
      if (!node || !name || isCollection(name)) continue
      const wanted = { file, range: node.range, name, folders: [folderOf(file)] }
      if (isMissing(wanted, files)) yield missing('playbook', wanted, files)
    }
  },
}

/** `openstack.osa.setup_hosts`: the playbook of a collection, with or without `.yml`. */
function isCollection(name: string): boolean {
  return /^\w+\.\w+\.\w[\w.]*$/.test(name.replace(/\.ya?ml$/, ''))
}

export const missingTasks: Rule<Project> = {
  id: 'ansible/missing-tasks',
  severity: 'error',
  summary: 'a file of tasks that is included does not exist',
  help: 'An import_tasks that leads to no file stops Ansible before it does anything; an include_tasks stops it in the middle of the run. It is reported when no file of that name lies anywhere in the repository; when the whole folder is not there, this is a notice. Names that hold Jinja are not looked at.',
  example: {
    bad: {
      'site.yml': PING.replace('ping:', 'import_tasks: tasks/keystone.yml'),
      'tasks/keystnoe.yml': '- name: Greet\n  ansible.builtin.ping:\n',
    },
    good: {
      'site.yml': PING.replace('ping:', 'import_tasks: tasks/keystone.yml'),
      'tasks/keystone.yml': '- name: Greet\n  ansible.builtin.ping:\n',
    },
  },
  *check({ tasks, files }) {
    for (const task of tasks) {
      const { action } = task
      if (action?.name !== 'import_tasks' && action?.name !== 'include_tasks') continue
      const wanted = wantedBy(task, action.free ?? action.args.get('file')?.value, 'tasks')
      if (wanted && isMissing(wanted, files)) yield missing('file of tasks', wanted, files)
    }
  },
}

export const missingVarsFile: Rule<Project> = {
  id: 'ansible/missing-vars-file',
  severity: 'warning',
  summary: 'a file of variables does not exist',
  help: 'A play stops when a file of its vars_files is not there. It is reported when no file of that name lies anywhere in the repository; a file that is made during the run, or kept out of the repository because it holds secrets, is a good reason to silence it. Names that hold Jinja, and lists of alternatives, are not looked at.',
  example: {
    bad: {
      'site.yml': PING.replace('  tasks', '  vars_files: [vars/keystone.yml]\n  tasks'),
      'vars/glance.yml': 'a: 1\n',
    },
    good: {
      'site.yml': PING.replace('  tasks', '  vars_files: [vars/keystone.yml]\n  tasks'),
      'vars/keystone.yml': 'a: 1\n',
    },
  },
  *check({ plays, tasks, files }) {
    for (const { file, entries } of plays) {
      const node = entries.get('vars_files')?.value
      for (const item of asSequence(node)?.items ?? [node]) {
        const name = asString(item)
        if (!item || name === undefined) continue
        const folder = folderOf(file)
        const wanted = { file, range: item.range, name, folders: [folder, joined(folder, 'vars') ?? folder] }
        if (isMissing(wanted, files)) yield missing('file of variables', wanted, files)
      }
    }
    for (const task of tasks) {
      const { action } = task
      if (action?.name !== 'include_vars') continue
      const wanted = wantedBy(task, action.free ?? action.args.get('file')?.value, 'vars')
      if (wanted && isMissing(wanted, files)) yield missing('file of variables', wanted, files)
    }
  },
}

export const missingTemplate: Rule<Project> = {
  id: 'ansible/missing-template',
  severity: 'warning',
  summary: 'a template does not exist',
  help: 'The task fails when Ansible finds no such file in the templates folder of the role, or beside the playbook. It is reported when the folder is there and no file of that name lies anywhere in the repository. Names that hold Jinja are not looked at.',
  example: {
    bad: { 'site.yml': template('keystone.conf.j2'), 'templates/keystone.cnf.j2': '' },
    good: { 'site.yml': template('keystone.conf.j2'), 'templates/keystone.conf.j2': '' },
  },
  *check({ tasks, files }) {
    for (const task of tasks) {
      const { action } = task
      if (action?.name !== 'template') continue
      const wanted = wantedBy(task, action.args.get('src')?.value, 'templates')
      const hasFolder = wanted?.folders.some(
        (folder) => nameOf(folder) === 'templates' && files.hasFolder(folder),
      )
      if (wanted && hasFolder && isMissing(wanted, files)) yield missing('template', wanted, files)
    }
  },
}

function template(src: string): string {
  return PING.replace('ping:', `template: { src: ${src}, dest: /etc/keystone/keystone.conf, mode: "0640" }`)
}

/** Where Ansible looks for what a task names; `undefined` when only a run can tell. */
function wantedBy(task: Task, node: YamlNode | undefined, part: string): Wanted | undefined {
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
function isMissing({ name, folders }: Wanted, files: FileIndex): boolean {
  if (isTemplatedValue(name) || name.startsWith('/') || name.startsWith('~')) return false
  const paths = folders.map((folder) => joined(folder, name))
  return (
    !files.hasName(nameOf(name)) &&
    !paths.includes(undefined) &&
    paths.every((path) => path && !files.has(path))
  )
}

function missing(what: string, { file, range, name, folders }: Wanted, files: FileIndex): Problem {
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
