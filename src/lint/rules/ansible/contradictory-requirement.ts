import { asScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { FILE, GOOD, requirementsOf } from './shared/requirement-rules.js'

export default defineRule<Project>({
  id: 'ansible/contradictory-requirement',
  severity: 'error',
  summary: 'a file requires a role or collection twice, in two versions',
  help: 'Of a role that is required twice, ansible-galaxy installs the first version and skips the second; of a collection it refuses both. Keep one.',
  example: {
    file: FILE,
    bad: `${GOOD}  - name: openstack.cloud\n    version: 2.2.0\n`,
    good: GOOD,
  },
  check(project, report) {
    const seen = new Map<string, { version: string; line: number }>()
    for (const { file, kind, name, range, version } of requirementsOf(project)) {
      const text = asScalar(version)?.text
      if (name === undefined || text === undefined || isTemplatedValue(name + text) || /[<>=!*,]/.test(text))
        continue
      const key = `${file}\n${kind}\n${name}`
      const first = seen.get(key)
      if (!first) seen.set(key, { version: text, line: range.start.line })
      else if (first.version !== text) {
        report(
          { file, range },
          `The ${kind} "${name}" is required already, in version ${first.version}, on line ${first.line}.`,
          'Keep one of the two.',
        )
      }
    }
  },
})
