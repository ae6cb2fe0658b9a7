import { entriesOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { GOOD, unknownKeys } from './shared/structure.js'

const OUTPUT_KEYS = ['value', 'description']

export default defineRule<HotTemplate>({
  id: 'heat/unknown-output-key',
  severity: 'warning',
  summary: 'an output has a key that Heat does not know',
  help: 'Heat reads value, description and, since version 2016-10-14, condition of an output. It passes over any other key without a word, so what that says is lost.',
  example: {
    bad: `${GOOD}outputs:\n  id: { value: { get_resource: network }, descriptoin: of the network }\n`,
    good: `${GOOD}outputs:\n  id: { value: { get_resource: network }, description: of the network }\n`,
  },
  *check({ path, outputs, language }) {
    const hasConditions = !language || language.hasConditions
    const known = hasConditions ? [...OUTPUT_KEYS, 'condition'] : OUTPUT_KEYS
    for (const { value } of outputs) yield* unknownKeys(path, 'key of an output', entriesOf(value), known)
  },
})
