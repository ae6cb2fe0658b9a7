import { asScalar, asSequence } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { TASK } from './shared/examples.js'

const CONDITIONS = ['when', 'until', 'changed_when', 'failed_when']

export default defineRule<Project>({
  id: 'ansible/jinja-delimiters-in-condition',
  severity: 'warning',
  summary: 'a condition contains Jinja delimiters',
  help: 'The values of when, until, changed_when and failed_when are Jinja expressions. Ansible evaluates {{ }} in them first and the result a second time, which fails when a value contains a quote or looks like an expression. Ansible warns, and newer versions reject delimiters inside of an expression.',
  example: { bad: TASK.replace('when: keystone_enabled', 'when: "{{ keystone_enabled }}"'), good: TASK },
  check({ tasks, blocks }, report) {
    for (const { file, entries } of [...blocks, ...tasks]) {
      for (const keyword of CONDITIONS) {
        const node = entries.get(keyword)?.value
        for (const item of asSequence(node)?.items ?? [node]) {
          const scalar = asScalar(item)
          if (!scalar || !hasDelimiters(scalar.text)) continue
          report(
            { file, range: scalar.range },
            `The condition "${keyword}" contains Jinja delimiters, so Ansible evaluates it twice.`,
            'Write the expression without {{ }}.',
          )
        }
      }
    }
  },
})

/** Whether an expression contains delimiters, except as strings to search for: `'{{' in text`. */
function hasDelimiters(expression: string): boolean {
  if (!expression.includes('{')) return false
  return /\{\{|\{%/.test(expression.replace(/'(?:\{\{|\}\}|\{%)'|"(?:\{\{|\}\}|\{%)"/g, ''))
}
