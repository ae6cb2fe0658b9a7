import { asScalar, asSequence } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { PLAY } from './shared/task-rules.js'

const CONDITIONS: readonly string[] = ['when', 'until', 'changed_when', 'failed_when']

export default defineRule<Project>({
  id: 'ansible/jinja-delimiters-in-condition',
  severity: 'warning',
  summary: 'a condition stands in Jinja delimiters',
  help: 'What stands behind when, until, changed_when and failed_when is a Jinja expression already. With {{ }} around it or inside of it, it is evaluated twice, which goes wrong as soon as the value holds a quote or looks like an expression: Ansible warns, and its newer versions refuse delimiters inside of an expression.',
  example: { bad: PLAY.replace('when: keystone_enabled', 'when: "{{ keystone_enabled }}"'), good: PLAY },
  check({ tasks, blocks }, report) {
    for (const { file, entries } of [...blocks, ...tasks]) {
      for (const keyword of CONDITIONS) {
        const node = entries.get(keyword)?.value
        if (!node) continue
        for (const item of asSequence(node)?.items ?? [node]) {
          const scalar = asScalar(item)
          if (!scalar || !hasDelimiters(scalar.text)) continue
          report(
            { file, range: scalar.range },
            `The condition "${keyword}" holds Jinja delimiters, so it is evaluated twice.`,
            'Write the expression without {{ }}; variables are named as they are.',
          )
        }
      }
    }
  },
})

/** A search for the delimiters themselves (`'{{' in text`) is no use of them. */
function hasDelimiters(expression: string): boolean {
  if (!expression.includes('{')) return false
  return /\{\{|\{%/.test(expression.replace(/'(?:\{\{|\}\}|\{%)'|"(?:\{\{|\}\}|\{%)"/g, ''))
}
