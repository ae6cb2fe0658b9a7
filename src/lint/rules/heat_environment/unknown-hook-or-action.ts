import { nearest } from '../../../platform/nearest.js'
import { asScalar, asSequence, type YamlEntry } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import type { HeatEnvironment } from '../../readers/heat/environment-model.js'
import { isSetting, linesOf } from './shared/environment-registry-rules.js'

const HOOKS = ['pre-create', 'pre-update', 'pre-delete', 'post-create', 'post-update', 'post-delete']

const ACTIONS = ['update', 'replace']

export default defineRule<HeatEnvironment>({
  id: 'heat_environment/unknown-hook-or-action',
  severity: 'error',
  summary: 'hooks or restricted_actions have a value that Heat does not know',
  help: 'hooks stop a stack before or after something happens to a resource: pre-create, pre-update, pre-delete, post-create, post-update, post-delete. restricted_actions forbid to update or to replace it. Heat refuses an environment with any other value.',
  example: {
    bad: 'resource_registry:\n  resources:\n    database: { restricted_actions: delete }\n',
    good: 'resource_registry:\n  resources:\n    database: { restricted_actions: replace }\n',
  },
  *check(environment) {
    for (const { entry } of linesOf(environment)) {
      if (isSetting(entry)) yield* settingProblems(environment.path, entry)
    }
  },
})

function* settingProblems(path: string, { key, value }: YamlEntry): Iterable<Problem> {
  const known = key === 'hooks' ? HOOKS : ACTIONS
  if (asScalar(value)?.value === null) return
  for (const node of asSequence(value)?.items ?? [value]) {
    const text = asScalar(node)?.text ?? 'of this form'
    if (known.includes(text) || isTemplatedValue(text)) continue
    const near = nearest(text, known)
    yield {
      file: path,
      range: node.range,
      message: `"${text}" is nothing that ${key} can hold.`,
      help: near ? `Did you mean "${near}"?` : `It can hold: ${known.join(', ')}.`,
    }
  }
}
