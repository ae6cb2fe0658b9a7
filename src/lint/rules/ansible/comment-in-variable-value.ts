import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { EXAMPLE, FILE, isYaml } from './shared/inventory-value-rules.js'

export default defineRule<Project>({
  id: 'ansible/comment-in-variable-value',
  severity: 'warning',
  summary: 'a comment becomes part of a group variable',
  help: 'Below [group:vars] of an inventory in INI form, everything behind the = is the value, also what looks like a comment, unless the whole is a Python literal such as a number. Put the comment on a line of its own.',
  example: {
    file: FILE,
    bad: `${EXAMPLE}[control:vars]\nansible_user=kolla # until we have keys\n`,
    good: `${EXAMPLE}[control:vars]\n# until we have keys\nansible_user=kolla\n`,
  },
  check({ inventories }, report) {
    for (const { files } of inventories) {
      for (const { path, groups } of files) {
        if (isYaml(path)) continue
        for (const { vars } of groups.values()) {
          for (const { name, value, range } of vars.values()) {
            if (
              !/^[^"'\s[{(#][^#]*\s#/.test(value) ||
              /^[-+]?[\d._]+\s*#|^(?:True|False|None)\s*#/.test(value)
            )
              continue
            report(
              { file: path, range },
              `The comment behind the value of "${name}" becomes part of the value.`,
              'Put the comment on a line of its own.',
            )
          }
        }
      }
    }
  },
})
