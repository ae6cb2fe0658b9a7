import { defineRule } from '../../engine/rule.js'
import { callsInCondition } from '../../readers/heat/conditions.js'
import type { HotTemplate } from '../../readers/heat/model.js'
import type { LanguageVersion } from '../../readers/heat/versions.js'

/** What may make a condition. */
const CONDITION_FUNCTIONS = new Set(['get_param', 'equals', 'not', 'and', 'or'])

const CONDITION_FUNCTIONS_SINCE_PIKE = new Set(['yaql', 'contains'])

const PIKE = '2017-09-01'

export default defineRule<HotTemplate>({
  id: 'heat/function-not-allowed-in-condition',
  severity: 'error',
  summary: 'a condition uses a function that conditions cannot use',
  help: 'Conditions are decided before anything is created, so Heat lets them use get_param, equals, not, and, or alone, and contains and yaql since version 2017-09-01. It refuses a template with any other function in a condition.',
  example: {
    bad: `heat_template_version: 2018-08-31
conditions:
  is_test: { equals: [{ list_join: ["", [te, st]] }, test] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  stage: { type: string }
conditions:
  is_test: { equals: [{ get_param: stage }, test] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
  },
  check({ conditions, language }, report) {
    if (!language?.hasConditions) return
    for (const { value } of conditions) {
      for (const { key, keyRange } of callsInCondition(value)) {
        if (!language.functions.has(key) || isForConditions(key, language)) continue
        report(
          { range: keyRange },
          `A condition cannot use the function ${key}.`,
          'Use get_param, equals, not, and, or.',
        )
      }
    }
  },
})

function isForConditions(name: string, { date }: LanguageVersion): boolean {
  return CONDITION_FUNCTIONS.has(name) || (CONDITION_FUNCTIONS_SINCE_PIKE.has(name) && date >= PIKE)
}
