import type { Range } from '../../../../yaml/source.js'
import { asScalar, asSequence, type YamlNode } from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { Hints } from '../../../readers/ansible/hints.js'
import type { Project } from '../../../readers/ansible/project.js'
import { partOf, scalarsOf } from '../../../readers/ansible/scalars.js'
import { slipOf } from '../../../readers/ansible/slip.js'

const INVENTORY = '[control]\nctl1\n'
const PLAY = '- name: Greet\n  hosts: control\n  tasks:\n    - name: Greet\n      ansible.builtin.ping:\n'

const FIRST = 'database_host: "{{ groups[\'control\'][0] }}"\n'
const REFERENCE = /(?<![\w.])groups\[\s*['"]([\w.-]+)['"]\s*\](?!\s*\|\s*d(?:efault)?\b)/g

export const unknownHosts: Rule<Project> = {
  id: 'ansible/unknown-hosts',
  severity: 'error',
  summary: 'a play is for a group or host that looks like a misspelled one',
  help: 'A play whose hosts match nothing is skipped: Ansible warns, and the run ends well. It is an error when the name is a slip away from a group or a host that an inventory of the repository has and that no other play is for, and a warning when other plays are. Other unknown names are left alone, since they may stand in an inventory that is kept elsewhere.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'site.yml': PLAY.replace('control', 'contorl') },
    good: { 'inventory/hosts': INVENTORY, 'site.yml': PLAY },
  },
  *check(project) {
    const known = knownNames(project)
    if (!known) return
    const patterns = project.plays.flatMap(({ file, entries }) =>
      patternsOf(entries.get('hosts')?.value).map((pattern) => ({ ...pattern, file })),
    )
    const used = new Set(patterns.map(({ name }) => name))
    const hints = new Hints(slipOf)
    for (const { file, name, range } of patterns) {
      if (known.has(name)) continue
      const near = hints.near(name, known)
      if (near === undefined) continue
      const problem: Problem = {
        file,
        range,
        message: `No inventory has a group or host "${name}", so nothing is done for it.`,
        help: `Did you mean "${near}"?`,
      }
      yield used.has(near) ? { ...problem, severity: 'warning' } : problem
    }
  },
}

export const unknownGroupReference: Rule<Project> = {
  id: 'ansible/unknown-group-reference',
  severity: 'warning',
  summary: 'an expression asks for a group that looks like a misspelled one',
  help: 'An expression such as groups["control"][0] fails in the middle of the run when no inventory has the group. It is reported when the name is a slip away from a group or a host that an inventory of the repository has; a reference with a default is left alone.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'group_vars/all.yml': FIRST.replace('control', 'contorl') },
    good: { 'inventory/hosts': INVENTORY, 'group_vars/all.yml': FIRST },
  },
  *check(project) {
    let known: Set<string> | undefined
    const hints = new Hints(slipOf)
    for (const { path, yaml } of project.documents) {
      // few files have any: their text says so faster than their tree
      if (!yaml?.source.text.includes('groups[')) continue
      known ??= knownNames(project)
      if (!known) return
      for (const scalar of scalarsOf(yaml.documents)) {
        for (const { 1: name = '', index } of scalar.text.matchAll(REFERENCE)) {
          const near = known.has(name) ? undefined : hints.near(name, known)
          if (near === undefined) continue
          yield {
            file: path,
            range: partOf(scalar, scalar.text.indexOf(name, index + 'groups['.length), name.length),
            message: `No inventory has a group "${name}", so the expression fails.`,
            help: `Did you mean "${near}"?`,
          }
        }
      }
    }
  },
}

/** The names that plays can be for; `undefined` when there may be more of them. */
function knownNames({ inventories, tasks }: Project): Set<string> | undefined {
  if (inventories.length === 0 || !inventories.every(({ isWhole }) => isWhole)) return undefined
  const known = new Set(['all', 'ungrouped', 'localhost', '127.0.0.1', '::1'])
  for (const { groups, hosts } of inventories) {
    for (const { name, children } of groups.values())
      for (const group of [name, ...children]) known.add(group)
    for (const host of hosts.keys()) known.add(host)
  }
  for (const { action } of tasks) {
    if (action?.name !== 'add_host' && action?.name !== 'group_by') continue
    const made = ['name', 'hostname', 'host', 'groups', 'group', 'groupname', 'key', 'parents'].flatMap(
      (key) => {
        const node = action.args.get(key)?.value
        return (asSequence(node)?.items ?? [node]).map((item) => asScalar(item)?.text ?? '')
      },
    )
    if (action.free || made.some(isTemplatedValue)) return undefined
    for (const text of made) for (const name of text.split(',')) known.add(name.trim())
  }
  return known
}

/** The single names of `a:b:!c:&d`; wildcards, regular expressions and Jinja name nothing. */
function patternsOf(node: YamlNode | undefined): { name: string; range: Range }[] {
  return (asSequence(node)?.items ?? [node]).flatMap((item) => {
    const scalar = asScalar(item)
    if (!scalar || isTemplatedValue(scalar.text)) return []
    const separator = scalar.text.includes(',') ? ',' : ':'
    let at = 0
    return scalar.text.split(separator).flatMap((part) => {
      const start = at + part.length - part.trimStart().length
      at += part.length + 1
      const [, sign = '', name] = /^([!&]?)([\w.-]+)$/.exec(part.trim()) ?? []
      return name === undefined ? [] : [{ name, range: partOf(scalar, start + sign.length, name.length) }]
    })
  })
}
