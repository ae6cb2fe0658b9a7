import { asScalar } from '../../../yaml/tree.js'
import { defineRule } from '../../engine/rule.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import { brokenValue, parameterOf } from '../../readers/heat/parameters.js'
import { GOOD, template } from './shared/parameter-rules.js'

export default defineRule<HotTemplate>({
  id: 'heat/invalid-parameter-default',
  severity: 'error',
  summary: 'the default of a parameter is not what its type and constraints want',
  help: 'Heat holds a default to the type and the constraints of its parameter, and refuses the template when it does not fit, even when everybody gives another value. The default of a string with a length or a pattern must be text: a number there needs quotes.',
  example: {
    bad: template('{ type: number, default: 10, constraints: [{ range: { min: 1, max: 9 } }] }'),
    good: GOOD,
  },
  check({ parameters }, report) {
    for (const entry of parameters) {
      const parameter = parameterOf(entry)
      const { default: given, limits, type } = parameter
      if (!given) continue
      const scalar = asScalar(given)
      const isNumber = type === 'string' && typeof scalar?.value === 'number'
      const wantsText = isNumber && limits.some(({ length, pattern }) => length ?? pattern !== undefined)
      const broken = wantsText ? 'must be text, in quotes' : brokenValue(parameter, given)
      if (!broken) continue
      report(
        given,
        `The default of "${entry.key}" ${broken}${scalar ? `, not ${scalar.text === '' ? 'empty' : pythonShown(scalar.text)}` : ''}.`,
        wantsText
          ? `Write  default: "${scalar?.text}".`
          : 'Write a default that is allowed, or leave it out.',
      )
    }
  },
})

function pythonShown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
