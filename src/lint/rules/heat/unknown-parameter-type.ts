import { nearest } from '../../../platform/nearest.js'
import { asScalar, childOf } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { PARAMETER_TYPES } from '../../readers/heat/parameters.js'
import { GOOD, template } from './shared/parameter-rules.js'

/** How other tools call the same. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['integer', 'number'],
  ['int', 'number'],
  ['bool', 'boolean'],
  ['list', 'comma_delimited_list'],
  ['commadelimitedlist', 'comma_delimited_list'],
  ['map', 'json'],
])

export default defineRule<HotTemplate>({
  id: 'heat/unknown-parameter-type',
  severity: 'error',
  summary: 'a parameter has a type that Heat does not have',
  help: 'A parameter of HOT is a string, number, json, comma_delimited_list or boolean, in small letters. Heat refuses a template with any other type.',
  example: { bad: template('{ type: String }'), good: GOOD },
  check({ parameters }, report) {
    for (const { value } of parameters) {
      const node = childOf(value, 'type')
      const type = asScalar(node)
      if (!node || (type && PARAMETER_TYPES.has(type.text))) continue
      const near =
        type && (OTHER_NAMES.get(type.text.toLowerCase()) ?? nearest(type.text, PARAMETER_TYPES.keys()))
      report(
        node,
        `There is no parameter type "${type?.text ?? 'of this form'}".`,
        near ? `Did you mean "${near}"?` : `The types are: ${[...PARAMETER_TYPES.keys()].join(', ')}.`,
      )
    }
  },
})
