import { entriesOf, entryOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { CONDITIONS_SINCE } from '../../readers/heat/versions.js'
import { GOOD, unknownKeys } from './shared/structure.js'

const SECTIONS = [
  'heat_template_version',
  'description',
  'parameter_groups',
  'parameters',
  'resources',
  'outputs',
]

export default defineRule<HotTemplate>({
  id: 'heat/unknown-section',
  severity: 'error',
  summary: 'a template has a section that Heat does not know',
  help: 'Heat refuses a template with any top-level key other than its sections. conditions exists since version 2016-10-14.',
  example: { bad: `${GOOD}output:\n  id: { value: { get_resource: network } }\n`, good: GOOD },
  *check({ path, root, language }) {
    const known = [...SECTIONS, 'conditions']
    yield* unknownKeys(path, 'section of a Heat template', entriesOf(root), known)
    const conditions = entryOf(root, 'conditions')
    if (!conditions || !language || language.hasConditions) return
    yield {
      file: path,
      range: conditions.keyRange,
      message: `The version ${language.date} has no section "conditions".`,
      help: `Set heat_template_version to ${CONDITIONS_SINCE} or later.`,
    }
  },
})
