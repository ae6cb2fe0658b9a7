import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'

export default defineRule<Project>({
  id: 'ansible/unquoted-version',
  severity: 'error',
  summary: 'a version without quotes loses its trailing zero',
  help: 'Without quotes, 3.10 is the number 3.1, which then becomes part of a package name or a URL. Put versions in quotes.',
  example: {
    file: 'group_vars/all.yml',
    bad: 'python_version: 3.10\n',
    good: 'python_version: "3.10"\n',
  },
  check({ vars }, report) {
    for (const { file, mapping } of vars) {
      for (const { key, value } of mapping.entries) {
        const scalar = /(?:^|_)(?:version|release|tag)$/.test(key) ? asScalar(value) : undefined
        if (!scalar?.plain || typeof scalar.value !== 'number') continue
        if (!/^\d+\.\d*[1-9]0+$|^\d+\.0{2,}$/.test(scalar.text)) continue
        report(
          { file, range: scalar.range },
          `YAML reads the version ${scalar.text} as the number ${pythonFloat(scalar.value)}.`,
          `Write "${scalar.text}", in quotes.`,
        )
      }
    }
  },
})

/** A number as Python prints it. */
function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}
