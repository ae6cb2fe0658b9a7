import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { requirementsOf } from '../../readers/ansible/requirements.js'
import { REQUIREMENTS, REQUIREMENTS_FILE } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/contradictory-requirement',
  severity: 'error',
  summary: 'a file requires two versions of a role or a collection',
  help: 'When a role is required twice, ansible-galaxy installs the first version and skips the second. When a collection is required twice, it rejects both. Keep one of them.',
  example: {
    file: REQUIREMENTS_FILE,
    bad: `${REQUIREMENTS}  - name: openstack.cloud\n    version: 2.2.0\n`,
    good: REQUIREMENTS,
  },
  check(project, report) {
    const firsts = new Map<string, { version: string; line: number }>()
    for (const requirement of requirementsOf(project)) {
      const { file, kind, name, range } = requirement
      const version = asScalar(requirement.version)?.text
      if (name === undefined || version === undefined) continue
      if (isTemplatedValue(name + version) || /[<>=!*,]/.test(version)) continue
      const key = `${file}\n${kind}\n${name}`
      const first = firsts.get(key)
      if (!first) firsts.set(key, { version, line: range.start.line })
      else if (first.version !== version)
        report(
          requirement,
          `The ${kind} "${name}" is already required in version ${first.version}, on line ${first.line}.`,
          'Keep one of the two.',
        )
    }
  },
})
