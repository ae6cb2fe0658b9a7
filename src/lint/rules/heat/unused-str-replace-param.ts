import { asScalar, childOf, entriesOf } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { type Call, isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { template } from './shared/function-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/unused-str-replace-param',
  severity: 'warning',
  summary: 'str_replace has a parameter that its text does not hold',
  help: 'str_replace puts values where their names stand in the text. A name that the text does not hold is often a typo, and then the text keeps the misspelled name. str_replace_strict and str_replace_vstrict refuse it, so there it is an error.',
  example: {
    bad: template('{ str_replace: { template: $stage-net, params: { $stge: test } } }'),
    good: template('{ str_replace: { template: $stage-net, params: { $stage: test } } }'),
  },
  *check({ path, calls, language }) {
    for (const call of calls) {
      if (!call.name.startsWith('str_replace') || !language?.functions.has(call.name)) continue
      for (const problem of unusedNames(call)) {
        const isStrict = call.name !== 'str_replace'
        yield { file: path, ...problem, ...(isStrict ? { severity: 'error' as const } : {}) }
      }
    }
  },
})

function* unusedNames({ entry, placeholders }: Call): Iterable<Pick<Problem, 'range' | 'message' | 'help'>> {
  const text = asScalar(childOf(entry.value, 'template'))?.text
  const params = childOf(entry.value, 'params')
  if (text === undefined || !params || isCall(params) || isTemplatedValue(text) || placeholders === 'all')
    return
  for (const { key, keyRange } of entriesOf(params)) {
    // what another parameter or a loop brings in may hold the name
    if (
      key === '' ||
      text.includes(key) ||
      placeholders.some((part) => text.includes(part) || key.includes(part))
    )
      continue
    yield {
      range: keyRange,
      message: `The text of str_replace does not hold "${key}".`,
      help: 'Write the name as it stands in the text, or remove it.',
    }
  }
}
