import { nearest } from '../../../platform/nearest.js'
import { asMapping, childOf, entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { FILE, GOOD, requirementsOf } from './shared/requirement-rules.js'

export default defineRule<Project>({
  id: 'ansible/invalid-requirement',
  severity: 'error',
  summary: 'ansible-galaxy cannot read the requirements',
  help: 'A list of requirements has the keys roles and collections and no other. Each role needs a name or a src, each collection a name or a source: ansible-galaxy refuses the whole file otherwise.',
  example: { file: FILE, bad: GOOD.replace('name: openstack.cloud', 'nmae: openstack.cloud'), good: GOOD },
  check(project, report) {
    for (const { file, root } of project.requirements) {
      for (const { key, keyRange } of entriesOf(root)) {
        if (key === 'roles' || key === 'collections') continue
        const near = nearest(key, ['roles', 'collections'])
        report(
          { file, range: keyRange },
          `Requirements have no "${key}", so ansible-galaxy refuses the file.`,
          near ? `Did you mean "${near}"?` : 'Keep only roles and collections on the top.',
        )
      }
    }
    for (const { file, kind, item, name } of requirementsOf(project)) {
      const mapping = asMapping(item)
      if (!mapping || name !== undefined || childOf(item, 'include')) continue
      // a name that YAML takes for something else than text is there all the same
      if (['name', 'role', 'src', 'source'].some((key) => childOf(item, key))) continue
      report(
        { file, range: mapping.entries[0]?.keyRange ?? mapping.range },
        `The ${kind} has no name, so ansible-galaxy refuses the file.`,
        kind === 'role' ? 'Add its name or its src.' : 'Add its name.',
      )
    }
  },
})
