import { asMapping, childOf, entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import { didYouMean } from '../../engine/speller.js'
import type { Project } from '../../readers/ansible/project.js'
import { NAME_KEYS, requirementsOf } from '../../readers/ansible/requirements.js'
import { REQUIREMENTS, REQUIREMENTS_FILE } from './shared/examples.js'

const SECTIONS = ['roles', 'collections']

export default defineRule<Project>({
  id: 'ansible/invalid-requirement',
  severity: 'error',
  summary: 'ansible-galaxy cannot read the requirements',
  help: 'A requirements file has only the keys roles and collections. Each role needs a name or a src, each collection a name or a source. Otherwise ansible-galaxy rejects the whole file.',
  example: {
    file: REQUIREMENTS_FILE,
    bad: REQUIREMENTS.replace('name: openstack.cloud', 'nmae: openstack.cloud'),
    good: REQUIREMENTS,
  },
  check(project, report) {
    for (const { file, root } of project.requirements) {
      for (const { key, keyRange: range } of entriesOf(root)) {
        if (SECTIONS.includes(key)) continue
        report(
          { file, range },
          `Requirements have no key "${key}", so ansible-galaxy rejects the file.`,
          didYouMean(key, SECTIONS, 'Keep only roles and collections at the top level.'),
        )
      }
    }
    for (const { file, kind, item } of requirementsOf(project)) {
      const mapping = asMapping(item)
      if (!mapping || ['include', ...NAME_KEYS].some((key) => childOf(item, key))) continue
      report(
        { file, range: mapping.entries[0]?.keyRange ?? mapping.range },
        `The ${kind} has no name, so ansible-galaxy rejects the file.`,
        kind === 'role' ? 'Add its name or its src.' : 'Add its name.',
      )
    }
  },
})
