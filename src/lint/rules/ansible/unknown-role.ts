import { asSequence, asString, childOf, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { folderOf, nameOf } from '../../readers/ansible/file-index.js'
import { Hints } from '../../readers/ansible/hints.js'
import type { Project } from '../../readers/ansible/project.js'
import { slipOf } from '../../readers/ansible/slip.js'

const PLAY = '- name: Deploy Keystone\n  hosts: all\n  roles: [keystone]\n'

const TASKS = '- name: Greet\n  ansible.builtin.ping:\n'

export default defineRule<Project>({
  id: 'ansible/unknown-role',
  severity: 'error',
  summary: 'a role has a name that looks like a misspelled one',
  help: 'Ansible looks for roles in the roles folder beside the playbook and in its own folders, and stops when there is none of that name. It is reported when no role of that name lies in the repository, none comes from its requirements, and one of them has nearly the same name.',
  example: {
    bad: { 'site.yml': PLAY, 'roles/keystne/tasks/main.yml': TASKS },
    good: { 'site.yml': PLAY, 'roles/keystone/tasks/main.yml': TASKS },
  },
  check(project, report) {
    if (project.roleUses.length === 0) return
    const known = knownRoles(project)
    const hints = new Hints(slipOf)
    for (const { file, name, range } of project.roleUses) {
      if (known.has(name) || isTemplatedValue(name) || /[./]/.test(name)) continue
      const near = hints.near(name, known)
      if (near === undefined) continue
      report(
        { file, range },
        `There is no role "${name}" in the repository or its requirements.`,
        `Did you mean "${near}"?`,
      )
    }
  },
})

function knownRoles({ files, requirements }: Project): Set<string> {
  const known = new Set<string>()
  for (const folder of files.allFolders()) if (nameOf(folderOf(folder)) === 'roles') known.add(nameOf(folder))
  for (const { root } of requirements) {
    for (const item of asSequence(childOf(root, 'roles') ?? root)?.items ?? []) {
      for (const name of namesOf(item)) known.add(name)
    }
  }
  return known
}

function namesOf(item: YamlNode): string[] {
  const name = asString(childOf(item, 'name')) ?? asString(childOf(item, 'role'))
  const source = asString(childOf(item, 'src')) ?? asString(item)
  return [
    name ?? [],
    source ? nameOf(source.split(',')[0] ?? '').replace(/\.git$|\.tar\.gz$/, '') : [],
  ].flat()
}
