import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { INVENTORY, INVENTORY_FILE } from './shared/examples.js'

export default defineRule<Project>({
  id: 'ansible/comment-in-variable-value',
  severity: 'warning',
  summary: 'a comment becomes part of the value of a group variable',
  help: 'Below [group:vars] in an INI inventory, everything after the = is the value, including what looks like a comment, unless the value is a Python literal such as a number. Put the comment on its own line.',
  example: {
    file: INVENTORY_FILE,
    bad: `${INVENTORY}[control:vars]\nansible_user=kolla # until we have keys\n`,
    good: `${INVENTORY}[control:vars]\n# until we have keys\nansible_user=kolla\n`,
  },
  check({ iniFiles }, report) {
    for (const { groups } of iniFiles) {
      for (const { vars } of groups.values()) {
        for (const variable of vars.values()) {
          if (!hasComment(variable.value)) continue
          report(
            variable,
            `The comment after the value of "${variable.name}" becomes part of the value.`,
            'Put the comment on its own line.',
          )
        }
      }
    }
  },
})

/** Python parses quoted strings, collections, numbers and constants, and drops the comment after them. */
function hasComment(value: string): boolean {
  if (/^[-+]?[\d._]+\s*#|^(?:True|False|None)\s*#/.test(value)) return false
  return /^[^"'\s[{(#][^#]*\s#/.test(value)
}
