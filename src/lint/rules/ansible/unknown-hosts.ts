import type { Range } from '../../../yaml/source.js'
import { asScalar, asSequence, type YamlNode } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { Hints } from '../../readers/ansible/hints.js'
import type { Project } from '../../readers/ansible/project.js'
import { partOf } from '../../readers/ansible/scalars.js'
import { slipOf } from '../../readers/ansible/slip.js'
import { INVENTORY, knownNames } from './shared/host-pattern-rules.js'

const PLAY = '- name: Greet\n  hosts: control\n  tasks:\n    - name: Greet\n      ansible.builtin.ping:\n'

export default defineRule<Project>({
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
})

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
