import { asScalar, childOf, entriesOf, type YamlEntry } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { type Call, hasPlaceholder, isCall } from '../../readers/heat/calls.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { withName } from './shared/examples.js'

export default defineRule<HotTemplate>({
  id: 'heat/unused-str-replace-param',
  severity: 'warning',
  summary: 'str_replace has a param that its template does not contain',
  help: 'str_replace replaces the names of its params in its template. A param that the template does not contain is often a typo, and the name in the template is not replaced. str_replace_strict and str_replace_vstrict reject such a param, so it is an error there.',
  example: {
    bad: withName('{ str_replace: { template: $stage-net, params: { $stge: test } } }'),
    good: withName('{ str_replace: { template: $stage-net, params: { $stage: test } } }'),
  },
  check({ calls, language }, report) {
    for (const call of calls) {
      if (!call.name.startsWith('str_replace') || !language?.functions.has(call.name)) continue
      for (const { key, keyRange } of unusedParams(call)) {
        report(
          { range: keyRange },
          `The template of ${call.name} does not contain "${key}".`,
          'Correct the name, or remove it.',
          call.name === 'str_replace' ? undefined : 'error',
        )
      }
    }
  },
})

function unusedParams(call: Call): YamlEntry[] {
  const args = call.entry.value
  const text = asScalar(childOf(args, 'template'))?.text
  const params = childOf(args, 'params')
  // a `repeat` can put the name into the text
  if (text === undefined || !params || isCall(params) || isTemplatedValue(text)) return []
  if (hasPlaceholder(call, text)) return []
  return entriesOf(params).filter(
    ({ key }) => key !== '' && !text.includes(key) && !hasPlaceholder(call, key),
  )
}
