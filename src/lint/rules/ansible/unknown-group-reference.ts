import { defineRule } from '../../engine/rule.js'
import { Hints } from '../../readers/ansible/hints.js'
import type { Project } from '../../readers/ansible/project.js'
import { partOf, scalarsOf } from '../../readers/ansible/scalars.js'
import { slipOf } from '../../readers/ansible/slip.js'
import { INVENTORY, knownNames } from './shared/host-pattern-rules.js'

const FIRST = 'database_host: "{{ groups[\'control\'][0] }}"\n'

const REFERENCE = /(?<![\w.])groups\[\s*['"]([\w.-]+)['"]\s*\](?!\s*\|\s*d(?:efault)?\b)/g

export default defineRule<Project>({
  id: 'ansible/unknown-group-reference',
  severity: 'warning',
  summary: 'an expression asks for a group that looks like a misspelled one',
  help: 'An expression such as groups["control"][0] fails in the middle of the run when no inventory has the group. It is reported when the name is a slip away from a group or a host that an inventory of the repository has; a reference with a default is left alone.',
  example: {
    bad: { 'inventory/hosts': INVENTORY, 'group_vars/all.yml': FIRST.replace('control', 'contorl') },
    good: { 'inventory/hosts': INVENTORY, 'group_vars/all.yml': FIRST },
  },
  check(project, report) {
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
          report(
            {
              file: path,
              range: partOf(scalar, scalar.text.indexOf(name, index + 'groups['.length), name.length),
            },
            `No inventory has a group "${name}", so the expression fails.`,
            `Did you mean "${near}"?`,
          )
        }
      }
    }
  },
})
