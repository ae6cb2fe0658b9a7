import { nearest } from '../../../../platform/nearest.js'
import type { Range } from '../../../../yaml/source.js'
import {
  asMapping,
  asScalar,
  asSequence,
  asString,
  childOf,
  entriesOf,
  type YamlNode,
} from '../../../../yaml/tree.js'
import { isTemplatedValue } from '../../../engine/definition.js'
import type { Rule } from '../../../engine/rule.js'
import type { Project } from '../../../readers/ansible/project.js'

const FILE = 'requirements.yml'
const GOOD = `roles:
  - name: ntp
    src: https://git.example.com/ansible-role-ntp
    scm: git
    version: 1.4.2
collections:
  - name: openstack.cloud
    version: 2.3.0
`
/** Names of branches, which are something else tomorrow. */
const BRANCH =
  /^(?:master|main|devel|develop|development|trunk|head|(?:stable|unmaintained|release|feature)\/.+)$/i

interface Requirement {
  file: string
  kind: 'role' | 'collection'
  item: YamlNode
  /** `undefined` when it has none. */
  name: string | undefined
  range: Range
  version: YamlNode | undefined
}

function* requirementsOf({ requirements }: Project): Iterable<Requirement> {
  for (const { file, root } of requirements) {
    const lists = [
      { kind: 'role', node: asSequence(root) ?? childOf(root, 'roles') },
      { kind: 'collection', node: childOf(root, 'collections') },
    ] as const
    for (const { kind, node } of lists) {
      for (const item of asSequence(node)?.items ?? []) {
        const named = ['name', 'role', 'src', 'source']
          .map((key) => childOf(item, key))
          .find((found) => asString(found))
        const range = (named ?? item).range
        yield { file, kind, item, name: asString(named ?? item), range, version: childOf(item, 'version') }
      }
    }
  }
}

export const mutableRequirement: Rule<Project> = {
  id: 'ansible/mutable-requirement',
  severity: 'warning',
  summary: 'a required role or collection has no fixed version',
  help: 'Without a version, or with the name of a branch, each installation takes what is newest at that moment: what was tested in staging is not what production gets, and going back to an older release of the repository does not bring back the older role. Give a tag, a version or a commit. Ranges of versions are left alone.',
  example: { file: FILE, bad: GOOD.replace('1.4.2', 'main'), good: GOOD },
  *check(project) {
    for (const { file, kind, item, name, range, version } of requirementsOf(project)) {
      if (name === undefined || isTemplatedValue(name) || isLocal(item, name)) continue
      // branches that a tool of the repository pins again and again
      if (childOf(item, 'trackbranch')) continue
      const text =
        asScalar(version)?.text ?? (/^[^,]+,([^,]+)/.exec(name)?.[1] || /:([^:/]+)$/.exec(name)?.[1])
      if (text === undefined || text === '' || text === '*') {
        yield {
          file,
          range,
          message: `The ${kind} "${name}" has no version, so each installation takes the newest.`,
          help: 'Add  version:  with a tag, a version or a commit.',
        }
      } else if (BRANCH.test(text)) {
        yield {
          file,
          range: version?.range ?? range,
          message: `The version "${text}" of the ${kind} "${name}" is a branch, which moves.`,
          help: 'Give a tag, a version or a commit.',
        }
      }
    }
  },
}

/** Whether it lies beside the file, or is a list of more requirements. */
function isLocal(item: YamlNode, name: string): boolean {
  if (childOf(item, 'include')) return true
  const type = asString(childOf(item, 'type'))
  if (type !== undefined && ['file', 'dir', 'subdirs', 'url'].includes(type)) return true
  return /^(?:\.{0,2}\/|file:|~)|\.tar\.gz$/.test(name)
}

export const invalidRequirement: Rule<Project> = {
  id: 'ansible/invalid-requirement',
  severity: 'error',
  summary: 'ansible-galaxy cannot read the requirements',
  help: 'A list of requirements has the keys roles and collections and no other. Each role needs a name or a src, each collection a name or a source: ansible-galaxy refuses the whole file otherwise.',
  example: { file: FILE, bad: GOOD.replace('name: openstack.cloud', 'nmae: openstack.cloud'), good: GOOD },
  *check(project) {
    for (const { file, root } of project.requirements) {
      for (const { key, keyRange } of entriesOf(root)) {
        if (key === 'roles' || key === 'collections') continue
        const near = nearest(key, ['roles', 'collections'])
        yield {
          file,
          range: keyRange,
          message: `Requirements have no "${key}", so ansible-galaxy refuses the file.`,
          help: near ? `Did you mean "${near}"?` : 'Keep only roles and collections on the top.',
        }
      }
    }
    for (const { file, kind, item, name } of requirementsOf(project)) {
      const mapping = asMapping(item)
      if (!mapping || name !== undefined || childOf(item, 'include')) continue
      // a name that YAML takes for something else than text is there all the same
      if (['name', 'role', 'src', 'source'].some((key) => childOf(item, key))) continue
      yield {
        file,
        range: mapping.entries[0]?.keyRange ?? mapping.range,
        message: `The ${kind} has no name, so ansible-galaxy refuses the file.`,
        help: kind === 'role' ? 'Add its name or its src.' : 'Add its name.',
      }
    }
  },
}

export const contradictoryRequirement: Rule<Project> = {
  id: 'ansible/contradictory-requirement',
  severity: 'error',
  summary: 'a file requires a role or collection twice, in two versions',
  help: 'Of a role that is required twice, ansible-galaxy installs the first version and skips the second; of a collection it refuses both. Keep one.',
  example: {
    file: FILE,
    bad: `${GOOD}  - name: openstack.cloud\n    version: 2.2.0\n`,
    good: GOOD,
  },
  *check(project) {
    const seen = new Map<string, { version: string; line: number }>()
    for (const { file, kind, name, range, version } of requirementsOf(project)) {
      const text = asScalar(version)?.text
      if (name === undefined || text === undefined || isTemplatedValue(name + text) || /[<>=!*,]/.test(text))
        continue
      const key = `${file}\n${kind}\n${name}`
      const first = seen.get(key)
      if (!first) seen.set(key, { version: text, line: range.start.line })
      else if (first.version !== text) {
        yield {
          file,
          range,
          message: `The ${kind} "${name}" is required already, in version ${first.version}, on line ${first.line}.`,
          help: 'Keep one of the two.',
        }
      }
    }
  },
}
